import * as Plot from '@observablehq/plot'
import { h } from './dom.ts'
import { cellText, count } from './format.ts'
import type { Column, Frame } from './frame.ts'
import { asImage } from './image.ts'
import { ACCENT, CATEGORIES } from './palette.ts'
import type { Axes, View } from './views.ts'

/** A page draws this many marks without a noticeable delay. */
const MAX_MARKS = 20_000

interface Mark {
  readonly x: unknown
  readonly y: number
  readonly z: string | undefined
}

const isDrawn = (value: unknown): boolean =>
  typeof value === 'number' ? Number.isFinite(value) : value !== null && value !== undefined

const axisValue = ({ kind, values }: Column, row: number): unknown => {
  const value = values[row]
  return kind === 'number' || kind === 'date' || !isDrawn(value) ? value : cellText(value)
}

const columnOf = (frame: Frame, name: string | undefined): Column | undefined =>
  frame.columns.find((column) => column.name === name)

const marksOf = (frame: Frame, x: Column, y: Column, z: Column | undefined): ReadonlyArray<Mark> =>
  Array.from({ length: frame.length }, (_, row) => row).flatMap((row) => {
    const [across, up] = [axisValue(x, row), y.values[row]]
    if (!isDrawn(across) || typeof up !== 'number' || !Number.isFinite(up)) return []
    return [{ x: across, y: up, z: z === undefined ? undefined : cellText(z.values[row]) }]
  })

/** Positive numbers that span several powers of ten get a logarithmic axis. */
const isWide = (marks: ReadonlyArray<Mark>): boolean => {
  let [low, high] = [Number.POSITIVE_INFINITY, 0]
  for (const { x } of marks) {
    if (typeof x !== 'number' || x <= 0) return false
    low = Math.min(low, x)
    high = Math.max(high, x)
  }
  return high / low >= 1000
}

/** The width of an axis label in pixels. */
const LABEL = 34

const across = (view: View, x: Column, marks: ReadonlyArray<Mark>, isTilted: boolean): Plot.ScaleOptions => {
  if (view === 'bar') {
    const domain = [...new Set(marks.map((mark) => mark.x))] as Array<string>
    return {
      type: 'band',
      domain,
      label: x.name,
      ...(isTilted ? { tickRotate: -45, labelOffset: 54 } : {}),
    }
  }
  return view === 'scatter' && isWide(marks)
    ? { type: 'log', label: x.name, tickFormat: '~g' }
    : { label: x.name, nice: view === 'scatter' }
}

/** Reports what the chart leaves out. */
const note = (frame: Frame, marks: number, drawn: number, more: ReadonlyArray<string>): HTMLElement | undefined => {
  const parts = [
    frame.length > marks
      ? `${count(frame.length - marks)} of ${count(frame.length)} rows lack a value and are not drawn.`
      : '',
    marks > drawn ? `The first ${count(drawn)} of ${count(marks)} marks are drawn; the table has all rows.` : '',
    ...more,
  ].filter((part) => part !== '')
  return parts.length === 0 ? undefined : h('p', { class: 'chart-note' }, parts.join(' '))
}

const layers = (view: View, marks: ReadonlyArray<Mark>, isFlat: boolean, hasColour: boolean): Plot.Markish[] => {
  const colour = hasColour ? 'z' : undefined
  const data = [...marks]
  if (view === 'bar' && isFlat)
    return [Plot.barX(data, { y: 'x', x: 'y', fill: colour ?? ACCENT, tip: true, rx: 2 }), Plot.ruleX([0])]
  if (view === 'bar')
    return [Plot.barY(data, { x: 'x', y: 'y', fill: colour ?? ACCENT, tip: true, rx: 2 }), Plot.ruleY([0])]
  if (view === 'line')
    return [
      Plot.lineY(data, {
        x: 'x',
        y: 'y',
        ...(hasColour ? { z: 'z' } : {}),
        stroke: colour ?? ACCENT,
        strokeWidth: 1.75,
      }),
      Plot.dot(data, {
        x: 'x',
        y: 'y',
        stroke: 'none',
        fill: colour ?? ACCENT,
        r: marks.length > 80 ? 0.01 : 2.5,
        tip: true,
      }),
    ]
  return [
    Plot.dot(data, {
      x: 'x',
      y: 'y',
      stroke: colour ?? ACCENT,
      fill: colour ?? ACCENT,
      fillOpacity: 0.35,
      r: 3.5,
      strokeWidth: 1.25,
      tip: true,
    }),
  ]
}

const legend = (names: ReadonlyArray<string | undefined>): HTMLElement =>
  h(
    'ul',
    { class: 'legend' },
    ...names.map((name, index) => {
      const swatch = h('span', { class: 'swatch', 'aria-hidden': 'true' })
      swatch.style.background = CATEGORIES[index] ?? ACCENT
      return h('li', {}, swatch, name)
    }),
  )

/** Draws two columns as lines, bars or dots. */
export const chartView = (frame: Frame, view: View, axes: Axes, width: number): HTMLElement => {
  const [x, y, z] = [columnOf(frame, axes.x), columnOf(frame, axes.y), columnOf(frame, axes.colour)]
  if (x === undefined || y === undefined) return h('p', { class: 'empty' }, 'Unknown column.')
  const all = marksOf(frame, x, y, z)
  if (all.length === 0) return h('p', { class: 'empty' }, `No row has both ${x.name} and ${y.name}.`)
  const marks = all.slice(0, MAX_MARKS)
  const names = new Set(marks.map((mark) => mark.z))
  const hasColour = z !== undefined && names.size > 1
  const hasLegend = hasColour && names.size <= CATEGORIES.length
  const isFlat = view === 'bar' && x.kind === 'text'
  const labels = isFlat ? marks.map((mark) => String(mark.x).length) : []
  const bars = new Set(marks.map((mark) => mark.x)).size
  const isTilted = view === 'bar' && !isFlat && bars * LABEL > width - 80
  const scale = across(view, x, marks, isTilted)
  const figure = Plot.plot({
    width,
    height: isFlat ? Math.max(160, 70 + bars * 30) : Math.round(Math.min(420, Math.max(260, width * 0.5))),
    marginLeft: isFlat ? Math.min(width / 3, 28 + 7 * Math.max(...labels)) : 56,
    marginBottom: isTilted ? 58 : 44,
    marginTop: 30,
    marginRight: 24,
    x: isFlat ? { label: y.name, grid: true, nice: true } : { ...scale, grid: view !== 'bar' },
    y: isFlat ? scale : { label: y.name, grid: true, nice: true },
    color: hasColour
      ? { type: 'categorical', domain: [...names] as string[], range: [...CATEGORIES], legend: false }
      : {},
    ariaLabel: `${view} chart`,
    ariaDescription: `${y.name} by ${x.name}, ${count(marks.length)} marks`,
    marks: layers(view, marks, isFlat, hasColour),
  })
  return h(
    'div',
    { class: 'chart' },
    hasLegend ? legend([...names]) : undefined,
    asImage(figure),
    note(frame, all.length, marks.length, [
      view === 'bar' && bars < marks.length ? 'Rows with the same x are stacked.' : '',
      hasColour && !hasLegend ? `${count(names.size)} groups share ${CATEGORIES.length} colours.` : '',
    ]),
  )
}
