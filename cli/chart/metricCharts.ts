import { styleText } from 'node:util'
import { cutText, padText, textWidth } from '../../src/ops/table/terminalText.ts'
import type { History } from '../../src/types/index.ts'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import { pluralize } from '../text/pluralize.ts'
import { lineChart, lineSign } from './lineChart.ts'
import { type MetricLine, metricLine } from './metricLine.ts'
import type { PlotStyle } from './plotOptions.ts'
import { sparkline } from './sparkline.ts'

/** A run with the history that is drawn. */
export interface PlottedRun {
  readonly name: string
  readonly history: History
}

const COLORS = ['cyan', 'yellow', 'magenta', 'green', 'blue', 'red'] as const

// Whether there are colors has been decided.
const paintLine = (text: string, line: number): string =>
  styleText(COLORS[line % COLORS.length] ?? 'cyan', text, { validateStream: false })

const numberText = (value: number | undefined): string =>
  value === undefined ? '–' : `${Number(value.toPrecision(6))}`

const HOUR = 3600

/** Formats a time in UTC: as a date if the axis is longer than two days, and otherwise as a time of day. */
const timeText =
  (length: number) =>
  (seconds: number): string => {
    const time = new Date(seconds * 1000)
    if (Number.isNaN(time.getTime())) return ''
    const [from, to] = length > 48 * HOUR ? [5, 16] : [11, length > HOUR ? 16 : 19]
    return time.toISOString().slice(from, to).replace('T', ' ')
  }

const lengthOf = (lines: ReadonlyArray<MetricLine>): number => {
  const ends = lines.flatMap(({ x }) => (x.length === 0 ? [] : [x[0] ?? 0, x.at(-1) ?? 0]))
  return Math.max(...ends) - Math.min(...ends)
}

/** Says why a line has gaps, or is not there. */
const noteOf = ({ y, gaps }: MetricLine, isLog: boolean): string => {
  if (y.length === 0) return ', no values'
  return gaps === 0 ? '' : `, ${pluralize(gaps, 'value')} ${isLog ? 'not positive or ' : ''}not finite`
}

const legend = (lines: ReadonlyArray<MetricLine>, style: PlotStyle, isColored: boolean): ReadonlyArray<string> =>
  lines.map((line, at) => {
    const text = ` ${escapeControl(line.name)}  last ${numberText(line.last)}${noteOf(line, style.isLog)}`
    return `${lineSign(at, lines.length, isColored ? paintLine : undefined)}${cutText(text, style.width - 2)}`
  })

const chart = (title: string, lines: ReadonlyArray<MetricLine>, style: PlotStyle, isColored: boolean): string => {
  const { x, width, height, isLog, smoothing } = style
  const drawn = lineChart(lines, {
    width,
    height,
    isLog,
    paint: isColored ? paintLine : undefined,
    ...(x === '_timestamp' ? { xText: timeText(lengthOf(lines)) } : {}),
  })
  const smoothed = smoothing > 0 ? `, smoothed by ${smoothing}` : ''
  const head = cutText(`${escapeControl(title)} by ${escapeControl(x)}${smoothed}`, width)
  return `${[head, ...(drawn ?? ['No numbers to draw.']), ...legend(lines, style, isColored)].join('\n')}\n`
}

const MIN_BARS = 8

/** Draws a line of bars for each line, with its last number. */
const bars = (lines: ReadonlyArray<MetricLine>, { width, isLog }: PlotStyle): string => {
  const names = lines.map(({ name }) => escapeControl(name))
  const ends = lines.map((line) => `${numberText(line.last)}${noteOf(line, isLog)}`)
  const widest = (texts: ReadonlyArray<string>): number => Math.max(0, ...texts.map(textWidth))
  const endWidth = widest(ends)
  const nameWidth = Math.min(widest(names), Math.max(MIN_BARS, width - endWidth - 4 - MIN_BARS))
  const room = Math.max(MIN_BARS, width - nameWidth - endWidth - 4)
  return lines
    .map(({ y }, at) => {
      const values = isLog ? y.map(Math.log10) : y
      const name = padText(cutText(names[at] ?? '', nameWidth), nameWidth, 'left')
      return `${name}  ${padText(sparkline(values, room), Math.min(room, longest(lines)), 'left')}  ${ends[at]}\n`
    })
    .join('')
}

const longest = (lines: ReadonlyArray<MetricLine>): number => Math.max(0, ...lines.map(({ y }) => y.length))

/**
 * Draws the metrics of runs as text: a chart for each metric with a line for each run, one chart of all, or a line of bars
 * for each run and metric.
 */
export const metricCharts = (
  runs: ReadonlyArray<PlottedRun>,
  keys: ReadonlyArray<string>,
  style: PlotStyle,
  isColored: boolean,
): string => {
  const { x, smoothing, isLog, width, isOverlay, areSparklines } = style
  const line = (run: PlottedRun, key: string, name: string): MetricLine =>
    metricLine(name, run.history, { key, x, smoothing, isLog, points: width * 4 })
  const named = (run: PlottedRun, key: string): string =>
    runs.length === 1 ? key : keys.length === 1 ? run.name : `${run.name}: ${key}`
  const all = (): ReadonlyArray<MetricLine> => runs.flatMap((run) => keys.map((key) => line(run, key, named(run, key))))
  if (areSparklines) return bars(all(), style)
  if (isOverlay) return chart(keys.join(', '), all(), style, isColored)
  return keys
    .map((key) =>
      chart(
        key,
        runs.map((run) => line(run, key, run.name)),
        style,
        isColored,
      ),
    )
    .join('\n')
}
