import type { Column, Frame } from './frame.ts'

export const VIEWS = ['table', 'number', 'line', 'bar', 'scatter', 'parallel'] as const
export type View = (typeof VIEWS)[number]

/** The columns of a chart. */
export interface Axes {
  readonly x: string
  readonly y: string
  readonly colour: string | undefined
}

/** More categories cannot be distinguished by colour. */
const MAX_COLOURS = 8
/** More bars are not readable individually. */
const MAX_BARS = 60

const distinct = ({ values }: Column): number => new Set(values).size
const numbersOf = (frame: Frame): ReadonlyArray<Column> => frame.columns.filter(({ kind }) => kind === 'number')
const isIndex = ({ name }: Column): boolean => name === 'index' || name.startsWith('_')

/** Whether values are strictly ascending, as the x axis of a line needs. */
const isAscending = ({ values }: Column): boolean =>
  values.every((value, index) => index === 0 || Number(value) > Number(values[index - 1]))

/** Returns the views that can show a value. */
export const viewsOf = (frame: Frame | undefined): ReadonlyArray<View> => {
  if (frame === undefined) return ['number']
  const numbers = numbersOf(frame)
  const hasCategory = frame.columns.some(({ kind, name }) => kind === 'text' && name !== frame.series)
  return VIEWS.filter((view) => {
    if (view === 'table') return true
    if (view === 'number' || frame.length === 0 || numbers.length === 0) return false
    if (view === 'bar') return hasCategory || numbers.length > 1
    if (view === 'parallel') return numbers.length > 1 && frame.columns.length > 2
    return numbers.length > 1
  })
}

/** Chooses the best view for the columns of a value. */
export const defaultView = (frame: Frame | undefined): View => {
  if (frame === undefined) return 'number'
  const numbers = numbersOf(frame)
  const [first] = frame.columns
  const possible = viewsOf(frame)
  const isPossible = (view: View): boolean => possible.includes(view)
  if (first === undefined || frame.noun === 'run' || frame.length < 2 || numbers.length === 0) return 'table'
  if (frame.series !== undefined && isPossible('line')) return 'line'
  if (frame.noun === 'value') return isPossible('line') ? 'line' : 'table'
  const isEachOnce = distinct(first) === frame.length
  if (isEachOnce && frame.length <= MAX_BARS && frame.columns.length <= 3 && isPossible('bar')) return 'bar'
  if (first.kind === 'number' && isAscending(first) && isPossible('line')) return 'line'
  if (numbers.length > 2 && isPossible('parallel')) return 'parallel'
  return isPossible('scatter') ? 'scatter' : 'table'
}

/** Chooses the initial columns of a chart. */
export const defaultAxes = (frame: Frame, view: View): Axes => {
  const numbers = numbersOf(frame)
  const measured = numbers.filter((column) => !isIndex(column))
  const category = frame.columns.find(({ kind, name }) => kind === 'text' && name !== frame.series)
  const step = numbers.find(isIndex)
  const x =
    view === 'bar'
      ? (category ?? frame.columns[0])
      : view === 'line'
        ? (step ?? numbers[0])
        : (measured.length > 1 ? measured : numbers)[0]
  const candidates = measured.length > 0 ? measured : numbers
  const y = candidates.find((column) => column !== x) ?? numbers[0]
  const colours = frame.columns.filter(
    (column) => column.kind === 'text' && column !== x && distinct(column) <= MAX_COLOURS && distinct(column) > 1,
  )
  const colour = frame.series ?? (view === 'bar' ? undefined : colours[0]?.name)
  return { x: x?.name ?? '', y: y?.name ?? '', colour }
}
