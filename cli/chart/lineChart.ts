import { Canvas } from './Canvas.ts'
import type { MetricLine } from './metricLine.ts'
import { linearScale, logScale, type Scale, type Tick } from './scale.ts'

/** How a chart is drawn. */
export interface ChartOptions {
  /** The width of the whole chart, in characters. */
  readonly width: number
  /** The number of rows between its axes. */
  readonly height: number
  readonly isLog: boolean
  /** Colours a part of the line with this number; `undefined` where there are no colours. */
  readonly paint: ((text: string, line: number) => string) | undefined
  /** Formats a number of the horizontal axis. */
  readonly xText?: ((value: number) => string) | undefined
}

const MARKS = ['●', '○', '+', '×', '◆', '◇', '▲', '△', '■', '□']

const MIN_COLUMNS = 8

/** Returns the sign of a line in the legend: a piece of it in its colour, or its mark. */
export const lineSign = (line: number, count: number, paint: ChartOptions['paint']): string => {
  if (paint !== undefined) return paint('━━', line)
  return count === 1 ? '━━' : (MARKS[line % MARKS.length] as string)
}

const rangeOf = (arrays: ReadonlyArray<Float64Array>): readonly [low: number, high: number] | undefined => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const values of arrays)
    for (const value of values)
      if (Number.isFinite(value)) {
        if (value < low) low = value
        if (value > high) high = value
      }
  return low <= high ? [low, high] : undefined
}

const draw = (canvas: Canvas, lines: ReadonlyArray<MetricLine>, across: Scale, up: Scale): void => {
  const dotX = (value: number): number => Math.round(across.at(value) * (canvas.width - 1))
  const dotY = (value: number): number => Math.round((1 - up.at(value)) * (canvas.height - 1))
  for (const [at, { x, y }] of lines.entries()) {
    let before: readonly [number, number] | undefined
    for (const [point, value] of y.entries()) {
      if (!Number.isFinite(value)) {
        before = undefined
        continue
      }
      const dot = [dotX(x[point] ?? 0), dotY(value)] as const
      canvas.line(...(before ?? dot), ...dot, at)
      before = dot
    }
  }
}

/** Writes the ticks of the horizontal axis and their numbers, each under its tick and none over another. */
const axisLines = (across: Scale, columns: number): readonly [axis: string, numbers: string] => {
  const axis = Array.from({ length: columns }, () => '─')
  let numbers = ''
  for (const { value, text } of across.ticks) {
    const column = Math.round(across.at(value) * (columns - 1))
    const start = Math.max(0, Math.min(column - (text.length >> 1), columns - text.length))
    if (column >= columns || (numbers !== '' && start <= numbers.length)) continue
    axis[column] = '┬'
    numbers = numbers.padEnd(start) + text
  }
  return [axis.join(''), numbers]
}

const withText = (scale: Scale, text: ChartOptions['xText']): Scale =>
  text === undefined ? scale : { ...scale, ticks: scale.ticks.map(({ value }): Tick => ({ value, text: text(value) })) }

/**
 * Draws lines in one chart with axes, as lines of text. Values that are not finite leave gaps. Without colours, a single
 * line is drawn in dots, and each of several in its own mark.
 *
 * @returns The lines; `undefined` if there is no finite number.
 */
export const lineChart = (
  lines: ReadonlyArray<MetricLine>,
  options: ChartOptions,
): ReadonlyArray<string> | undefined => {
  const { width, height, isLog, paint, xText } = options
  const [xRange, yRange] = [rangeOf(lines.map(({ x }) => x)), rangeOf(lines.map(({ y }) => y))]
  if (xRange === undefined || yRange === undefined) return undefined
  const up = (isLog ? logScale : linearScale)(...yRange, Math.max(1, Math.floor(height / 3)))
  const margin = Math.max(...up.ticks.map(({ text }) => text.length))
  const columns = Math.max(MIN_COLUMNS, width - margin - 2)
  const across = withText(linearScale(...xRange, Math.max(1, Math.floor(columns / 12))), xText)
  const marks = paint === undefined && lines.length > 1 ? MARKS : undefined
  const canvas = new Canvas({ columns, rows: height, marks })
  draw(canvas, lines, across, up)
  const labels = new Map<number, string>()
  for (const { value, text } of up.ticks) {
    const row = Math.floor((Math.round((1 - up.at(value)) * (canvas.height - 1)) * height) / canvas.height)
    if (!labels.has(row)) labels.set(row, text)
  }
  const rows = Array.from({ length: height }, (_, row) => {
    const label = labels.get(row)
    const line = canvas.row(row, paint ?? ((text) => text))
    return `${(label ?? '').padStart(margin)} ${label === undefined ? '│' : '┤'}${line}`
  })
  const [axis, numbers] = axisLines(across, columns)
  return [...rows, `${' '.repeat(margin)} └${axis}`, `${' '.repeat(margin + 2)}${numbers}`]
}
