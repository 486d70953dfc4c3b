import * as Plot from '@observablehq/plot'
import { h } from './dom.ts'
import { cellText, count, numberText } from './format.ts'
import type { Column, Frame } from './frame.ts'
import { asImage } from './image.ts'
import { ramp } from './palette.ts'

const LINES = 5_000
const CATEGORIES = 12

/** A column as an axis: the position of each row, from 0 at the bottom to 1 at the top, and the tick labels. */
interface Axis {
  readonly name: string
  readonly share: (row: number) => number
  readonly ticks: ReadonlyArray<{ readonly at: number; readonly text: string }>
}

const numberAxis = ({ name, values }: Column): Axis | undefined => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values)
    if (typeof value === 'number' && Number.isFinite(value)) {
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  if (low > high) return undefined
  const isLog = low > 0 && high / low >= 1000
  const scaled = (value: number): number => (isLog ? Math.log(value) : value)
  const span = scaled(high) - scaled(low)
  const share = (row: number): number => {
    const value = values[row]
    if (typeof value !== 'number' || !Number.isFinite(value)) return Number.NaN
    return span === 0 ? 0.5 : (scaled(value) - scaled(low)) / span
  }
  const middle = isLog ? Math.sqrt(low * high) : (low + high) / 2
  const short = (value: number): string => numberText(Number(value.toPrecision(3)))
  const ticks =
    span === 0
      ? [{ at: 0.5, text: short(low) }]
      : [0, 0.5, 1].map((at) => ({ at, text: short([low, middle, high][at * 2] as number) }))
  return { name, share, ticks }
}

const textAxis = ({ name, values }: Column): Axis | undefined => {
  const names = [...new Set(values.filter((value) => value !== null && value !== undefined).map(cellText))].sort()
  if (names.length === 0 || names.length > CATEGORIES) return undefined
  const at = new Map(names.map((text, index) => [text, names.length === 1 ? 0.5 : index / (names.length - 1)]))
  const share = (row: number): number =>
    isMissing(values[row]) ? Number.NaN : (at.get(cellText(values[row])) ?? Number.NaN)
  return { name, share, ticks: [...at].map(([text, position]) => ({ at: position, text })) }
}

const isMissing = (value: unknown): boolean => value === null || value === undefined

const axesOf = (frame: Frame): ReadonlyArray<Axis> =>
  frame.columns.flatMap((column) => {
    const axis = column.kind === 'number' ? numberAxis(column) : column.kind === 'text' ? textAxis(column) : undefined
    return axis === undefined ? [] : [axis]
  })

/** Draws each row as a line across all columns, coloured by the last numeric column. */
export const parallelView = (frame: Frame, width: number): HTMLElement => {
  const axes = axesOf(frame)
  const colour = [...axes]
    .reverse()
    .find(({ name }) => frame.columns.some((column) => column.name === name && column.kind === 'number'))
  const complete = Array.from({ length: frame.length }, (_, row) => row).filter((row) =>
    axes.every(({ share }) => !Number.isNaN(share(row))),
  )
  const rows = complete.slice(0, LINES)
  const points = rows.flatMap((row) =>
    axes.map(({ name, share }) => ({ row, axis: name, share: share(row), stroke: ramp(colour?.share(row) ?? 1) })),
  )
  const ticks = axes.flatMap(({ name, ticks: written }) =>
    written.map(({ at, text }) => ({ axis: name, share: at, text })),
  )
  const inner = Math.max(width, axes.length * 96)
  const figure = Plot.plot({
    width: inner,
    height: 380,
    marginTop: 40,
    marginBottom: 24,
    marginLeft: 36,
    marginRight: 64,
    x: {
      type: 'point',
      domain: axes.map(({ name }) => name),
      axis: 'top',
      label: null,
      tickSize: 0,
      tickPadding: 14,
      padding: 0,
    },
    y: { domain: [0, 1], axis: null },
    color: { type: 'identity' },
    ariaLabel: 'parallel coordinates',
    ariaDescription: `${count(rows.length)} rows over ${axes.map(({ name }) => name).join(', ')}`,
    marks: [
      Plot.line(points, {
        x: 'axis',
        y: 'share',
        z: 'row',
        stroke: 'stroke',
        strokeOpacity: rows.length > 200 ? 0.35 : 0.7,
        strokeWidth: 1.25,
        curve: 'bump-x',
      }),
      Plot.ruleX(axes, { x: 'name', stroke: 'var(--ink-muted)', strokeWidth: 1.5 }),
      Plot.text(ticks, {
        x: 'axis',
        y: 'share',
        text: 'text',
        textAnchor: 'start',
        dx: 7,
        fill: 'var(--ink)',
        stroke: 'var(--surface)',
        strokeWidth: 4,
        paintOrder: 'stroke',
      }),
    ],
  })
  const missing = frame.length - complete.length
  const notes = [
    colour === undefined ? '' : `Coloured by ${colour.name}: stronger is higher.`,
    missing > 0 ? `${count(missing)} of ${count(frame.length)} rows lack a value and are not drawn.` : '',
    complete.length > rows.length
      ? `The first ${count(rows.length)} of ${count(complete.length)} lines are drawn; the table has all rows.`
      : '',
  ].filter((part) => part !== '')
  return h(
    'div',
    { class: 'chart' },
    h(
      'div',
      { class: 'chart-scroll', tabindex: '0', role: 'region', 'aria-label': 'Parallel coordinates' },
      asImage(figure),
    ),
    h('p', { class: 'chart-note' }, notes.join(' ')),
  )
}
