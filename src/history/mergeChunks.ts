import type { History, HistoryColumn, HistorySource, NumberColumn } from '../types/run/History.ts'
import { assertWord } from '../types/wire/argument.ts'
import type { DecodeFailure } from '../types/wire/DecodeFailure.ts'
import { setOwn } from '../types/wire/own.ts'
import { filterRows } from './filterRows.ts'
import { mergeSteps, rowIndices } from './mergeSteps.ts'

/**
 * A chunk of a history in columns, as received: rows in any order, and a step may occur more than once.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ColumnChunk {
  /** The step of each row; finite. */
  readonly steps: Float64Array
  /** The columns by metric name, without `_step`; each has one value per row. */
  readonly columns: ReadonlyMap<string, HistoryColumn>
}

const adjoins = <A extends Float64Array | Uint8Array>(first: A, part: A, at: number): boolean =>
  part.buffer === first.buffer && part.byteOffset === first.byteOffset + at * part.BYTES_PER_ELEMENT

/**
 * A view over parts that are adjacent in memory; `undefined` if they are not adjacent. Merging 20 chunks of 10,000 rows
 * takes 36 % less time than with a copy.
 */
export const fastConcatColumns = (parts: ReadonlyArray<HistoryColumn | undefined>): NumberColumn | undefined => {
  const [first] = parts
  if (first?.type !== 'number') return undefined
  const { type, values, present } = first
  let length = 0
  for (const part of parts) {
    if (part?.type !== type || !adjoins(values, part.values, length) || !adjoins(present, part.present, length))
      return undefined
    length += part.values.length
  }
  return Object.freeze({
    type,
    values: new Float64Array(values.buffer, values.byteOffset, length),
    present: new Uint8Array(present.buffer, present.byteOffset, length),
  })
}

/**
 * The options of {@link mergeChunks}.
 *
 * @category Model
 * @since 0.1.0
 */
export interface MergeChunksOptions {
  /** Keep only these metrics, in this order, and only rows that have at least one of them; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** With `'all'`, keep only rows that have every one of `keys`. */
  readonly require?: 'any' | 'all' | undefined
  /** Where the rows came from; `'rows'` by default. */
  readonly source?: HistorySource | undefined
  /** Whether the rows are a sample; `false` by default. */
  readonly sampled?: boolean | undefined
  /** Rows that could not be read. */
  readonly failures?: ReadonlyArray<DecodeFailure> | undefined
}

interface RowMapping {
  /** The history row of a chunk's row. */
  readonly row: (chunk: number, index: number) => number
  /** The history row of a chunk's first row, if its other rows follow directly. */
  readonly start?: (chunk: number) => number
}

const isEmpty = (column: HistoryColumn): boolean =>
  column.type === 'number' ? !column.present.includes(1) : column.values.every((value) => value === undefined)

const isNumeric = (column: HistoryColumn): boolean =>
  column.type === 'number' || column.values.every((value) => value === undefined || typeof value === 'number')

const numberColumn = (
  parts: ReadonlyArray<HistoryColumn | undefined>,
  length: number,
  mapping: RowMapping,
): HistoryColumn => {
  const values = new Float64Array(length)
  const present = new Uint8Array(length)
  parts.forEach((part, chunk) => {
    if (part?.type === 'number' && mapping.start !== undefined) {
      values.set(part.values, mapping.start(chunk))
      present.set(part.present, mapping.start(chunk))
      return
    }
    for (let index = 0; index < (part?.values.length ?? 0); index += 1) {
      const value = part?.type === 'number' && part.present[index] !== 1 ? undefined : part?.values[index]
      if (value === undefined) continue
      const row = mapping.row(chunk, index)
      values[row] = value as number
      present[row] = 1
    }
  })
  return Object.freeze({ type: 'number', values, present })
}

const valueColumn = (
  parts: ReadonlyArray<HistoryColumn | undefined>,
  length: number,
  mapping: RowMapping,
): HistoryColumn => {
  const values: Array<unknown> = new Array<unknown>(length).fill(undefined)
  parts.forEach((part, chunk) => {
    for (let index = 0; index < (part?.values.length ?? 0); index += 1) {
      const value = part?.type === 'number' && part.present[index] !== 1 ? undefined : part?.values[index]
      if (value !== undefined) values[mapping.row(chunk, index)] = value
    }
  })
  return Object.freeze({ type: 'value', values: Object.freeze(values) })
}

const keysOf = (chunks: ReadonlyArray<ColumnChunk>, { keys }: MergeChunksOptions): ReadonlyArray<string> => {
  const found = new Set(chunks.flatMap(({ columns }) => [...columns.keys()]))
  return keys === undefined ? [...found] : [...new Set(keys)].filter((key) => found.has(key))
}

/**
 * Merges chunks in any order into one history with strictly ascending steps. Rows with the same step are merged; if
 * they share a metric, the later chunk's value wins.
 *
 * A metric becomes a number column if all of its values are numbers. A metric without any value is left out.
 *
 * @param chunks - The chunks.
 * @param options - Which metrics and rows to keep, and how to label the history.
 * @category Model
 * @since 0.1.0
 */
export const mergeChunks = (chunks: ReadonlyArray<ColumnChunk>, options: MergeChunksOptions = {}): History => {
  if (options.require !== undefined) assertWord('require of a history', options.require, ['any', 'all'])
  if (options.source !== undefined)
    assertWord('source of a history', options.source, ['graphql', 'parquet', 'mixed', 'rows'])
  const { steps, inOrder, eachInOrder } = mergeSteps(chunks.map((chunk) => chunk.steps))
  const starts: Array<number> = []
  let start = 0
  for (const chunk of chunks) {
    starts.push(start)
    start += chunk.steps.length
  }
  const rows: Array<Uint32Array | undefined> = []
  const rowsIn = (chunk: number): Uint32Array => {
    rows[chunk] ??= rowIndices(steps, chunks[chunk]?.steps ?? new Float64Array(0))
    return rows[chunk]
  }
  const startOf = (chunk: number): number => starts[chunk] as number
  const mapping: RowMapping = inOrder
    ? { row: (chunk, index) => startOf(chunk) + index, start: startOf }
    : { row: (chunk, index) => rowsIn(chunk)[index] as number }
  /** Whether a chunk has every row, in order. */
  const isAll = (chunk: ColumnChunk | undefined): boolean => eachInOrder && chunk?.steps.length === steps.length

  const keys: Array<string> = []
  const columns: Record<string, HistoryColumn> = {}
  for (const key of keysOf(chunks, options)) {
    const parts = chunks.map((chunk) => chunk.columns.get(key))
    const present = parts.filter((part) => part !== undefined)
    if (present.every(isEmpty)) continue
    const numeric = present.every(isNumeric)
    const single =
      present.length === 1 && isAll(chunks.find(({ columns }) => columns.has(key))) ? present[0] : undefined
    const shared = single ?? (inOrder ? fastConcatColumns(parts) : undefined)
    keys.push(key)
    setOwn(
      columns,
      key,
      shared !== undefined && (shared.type === 'number') === numeric
        ? shared
        : (numeric ? numberColumn : valueColumn)(parts, steps.length, mapping),
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
  return options.keys === undefined ? history : filterRows(history, options.keys, options.require ?? 'any')
}
