import type { ColumnChunk } from './ColumnChunk.ts'
import { setOwn } from './codec/setOwn.ts'
import type { DecodeFailure } from './DecodeFailure.ts'
import type { History, HistoryColumn, HistorySource } from './History.ts'
import { keepRows } from './keepRows.ts'

/**
 * What to make of chunks of a history.
 *
 * @category Model
 * @since 0.1.0
 */
export interface MergeOptions {
  /** Only these metrics, in this order, and only rows that have one of them; all metrics and rows by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** With `'all'` only rows that have every one of `keys`. */
  readonly require?: 'any' | 'all' | undefined
  /** Where the rows came from; `'rows'` by default. */
  readonly source?: HistorySource | undefined
  /** Whether some rows were chosen instead of all; not by default. */
  readonly sampled?: boolean | undefined
  /** Rows that could not be read. */
  readonly failures?: ReadonlyArray<DecodeFailure> | undefined
}

const isAscending = (steps: Float64Array, from: number): boolean => {
  let last = from
  for (const step of steps) {
    if (!(step > last)) return false
    last = step
  }
  return true
}

/** All steps of the chunks, ascending, none twice; and whether the rows, one chunk after the other, are in that order. */
const stepsOf = (chunks: ReadonlyArray<ColumnChunk>): { readonly steps: Float64Array; readonly inOrder: boolean } => {
  const steps = new Float64Array(chunks.reduce((sum, chunk) => sum + chunk.steps.length, 0))
  let at = 0
  for (const chunk of chunks) {
    steps.set(chunk.steps, at)
    at += chunk.steps.length
  }
  if (isAscending(steps, Number.NEGATIVE_INFINITY)) return { steps, inOrder: true }
  // Adding nothing makes -0 the step 0, which sorting would put before it.
  steps.forEach((step, row) => {
    steps[row] = step + 0
  })
  steps.sort()
  let length = 0
  for (const step of steps) if (length === 0 || step !== steps[length - 1]) steps[length++] = step
  return { steps: steps.slice(0, length), inOrder: false }
}

const rowOf = (steps: Float64Array, step: number): number => {
  let low = 0
  let high = steps.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((steps[middle] as number) < step) low = middle + 1
    else high = middle
  }
  return low
}

/** The row of each of a chunk's steps. Chunks are mostly in order, so the next row is a good guess. */
const rowsOf = (steps: Float64Array, chunk: ColumnChunk): Uint32Array => {
  const rows = new Uint32Array(chunk.steps.length)
  let guess = 0
  chunk.steps.forEach((step, index) => {
    if (steps[guess] !== step) guess = rowOf(steps, step)
    rows[index] = guess
    if (guess < steps.length - 1) guess += 1
  })
  return rows
}

interface Place {
  /** The row of the history for a row of a chunk. */
  readonly row: (chunk: number, index: number) => number
  /** The row of a chunk's first row, where all of its rows follow on that. */
  readonly start?: (chunk: number) => number
}

const isEmpty = (column: HistoryColumn): boolean =>
  column.type === 'number' ? !column.present.includes(1) : column.values.every((value) => value === undefined)

const isNumeric = (column: HistoryColumn): boolean =>
  column.type === 'number' || column.values.every((value) => value === undefined || typeof value === 'number')

const numberColumn = (parts: ReadonlyArray<HistoryColumn | undefined>, length: number, place: Place): HistoryColumn => {
  const values = new Float64Array(length)
  const present = new Uint8Array(length)
  parts.forEach((part, chunk) => {
    if (part?.type === 'number' && place.start !== undefined) {
      values.set(part.values, place.start(chunk))
      present.set(part.present, place.start(chunk))
      return
    }
    for (let index = 0; index < (part?.values.length ?? 0); index += 1) {
      const value = part?.type === 'number' && part.present[index] !== 1 ? undefined : part?.values[index]
      if (value === undefined) continue
      const row = place.row(chunk, index)
      values[row] = value as number
      present[row] = 1
    }
  })
  return Object.freeze({ type: 'number', values, present })
}

const valueColumn = (parts: ReadonlyArray<HistoryColumn | undefined>, length: number, place: Place): HistoryColumn => {
  const values: Array<unknown> = new Array<unknown>(length).fill(undefined)
  parts.forEach((part, chunk) => {
    for (let index = 0; index < (part?.values.length ?? 0); index += 1) {
      const value = part?.type === 'number' && part.present[index] !== 1 ? undefined : part?.values[index]
      if (value !== undefined) values[place.row(chunk, index)] = value
    }
  })
  return Object.freeze({ type: 'value', values: Object.freeze(values) })
}

const keysOf = (chunks: ReadonlyArray<ColumnChunk>, { keys }: MergeOptions): ReadonlyArray<string> => {
  const found = new Set(chunks.flatMap(({ columns }) => [...columns.keys()]))
  return keys === undefined ? [...found] : [...new Set(keys)].filter((key) => found.has(key))
}

/**
 * Makes one history of chunks that came in any order: rows ascending by step, one row a step. Where a step comes more
 * than once, its rows become one with the metrics of all; of two values of one metric the later chunk's stands.
 *
 * A metric is a number column where all of its values are numbers. One that has no value at all is left out.
 *
 * @param chunks - The chunks.
 * @param options - Which metrics and rows to keep, and what to say of the history.
 * @category Model
 * @since 0.1.0
 */
export const mergeChunks = (chunks: ReadonlyArray<ColumnChunk>, options: MergeOptions = {}): History => {
  const { steps, inOrder } = stepsOf(chunks)
  const starts: Array<number> = []
  let start = 0
  for (const chunk of chunks) {
    starts.push(start)
    start += chunk.steps.length
  }
  const rows = inOrder ? [] : chunks.map((chunk) => rowsOf(steps, chunk))
  const startOf = (chunk: number): number => starts[chunk] as number
  const place: Place = inOrder
    ? { row: (chunk, index) => startOf(chunk) + index, start: startOf }
    : { row: (chunk, index) => rows[chunk]?.[index] as number }

  const keys: Array<string> = []
  const columns: Record<string, HistoryColumn> = {}
  for (const key of keysOf(chunks, options)) {
    const parts = chunks.map((chunk) => chunk.columns.get(key))
    const there = parts.filter((part) => part !== undefined)
    if (there.every(isEmpty)) continue
    const whole = inOrder && there.length === 1 && chunks.length === 1 ? there[0] : undefined
    const numeric = there.every(isNumeric)
    keys.push(key)
    setOwn(
      columns,
      key,
      whole !== undefined && (whole.type === 'number') === numeric
        ? whole
        : (numeric ? numberColumn : valueColumn)(parts, steps.length, place),
    )
  }
  const history: History = Object.freeze({
    keys: Object.freeze(keys),
    length: steps.length,
    steps,
    columns: Object.freeze(columns),
    source: options.source ?? 'rows',
    sampled: options.sampled ?? false,
    failures: Object.freeze([...(options.failures ?? [])]),
  })
  return options.keys === undefined ? history : keepRows(history, options.keys, options.require ?? 'any')
}
