import { adjoiningColumn } from './adjoiningColumn.ts'
import type { ColumnChunk } from './ColumnChunk.ts'
import { setOwn } from './codec/setOwn.ts'
import type { DecodeFailure } from './DecodeFailure.ts'
import type { History, HistoryColumn, HistorySource } from './History.ts'
import { keepRows } from './keepRows.ts'
import { mergeSteps, rowsOf } from './mergeSteps.ts'

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
  const { steps, inOrder, eachInOrder } = mergeSteps(chunks.map((chunk) => chunk.steps))
  const starts: Array<number> = []
  let start = 0
  for (const chunk of chunks) {
    starts.push(start)
    start += chunk.steps.length
  }
  const rows: Array<Uint32Array | undefined> = []
  const rowsIn = (chunk: number): Uint32Array => {
    rows[chunk] ??= rowsOf(steps, chunks[chunk]?.steps ?? new Float64Array(0))
    return rows[chunk]
  }
  const startOf = (chunk: number): number => starts[chunk] as number
  const place: Place = inOrder
    ? { row: (chunk, index) => startOf(chunk) + index, start: startOf }
    : { row: (chunk, index) => rowsIn(chunk)[index] as number }
  /** Whether the rows of a chunk are all rows, in their order. */
  const isAll = (chunk: ColumnChunk | undefined): boolean => eachInOrder && chunk?.steps.length === steps.length

  const keys: Array<string> = []
  const columns: Record<string, HistoryColumn> = {}
  for (const key of keysOf(chunks, options)) {
    const parts = chunks.map((chunk) => chunk.columns.get(key))
    const there = parts.filter((part) => part !== undefined)
    if (there.every(isEmpty)) continue
    const numeric = there.every(isNumeric)
    const alone = there.length === 1 && isAll(chunks.find(({ columns }) => columns.has(key))) ? there[0] : undefined
    const whole = alone ?? (inOrder ? adjoiningColumn(parts) : undefined)
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
