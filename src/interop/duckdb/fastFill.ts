import { DuckDBTinyIntVector, type DuckDBVector } from '@duckdb/node-api'
import { hasCell } from '../../history/table/cellAt.ts'
import type { IntegerVector, NumberVector, TextVector, TimeVector } from '../../types/table/TableColumn.ts'
import { writeInt64 } from '../int64.ts'

/** What the client's vectors have but do not declare. Another version may lack it, so that every use checks it. */
interface Internals {
  readonly items?: unknown
  readonly validity?: unknown
  readonly vector?: unknown
}

/** Writes rows of a column to a vector; returns `false` if the client's version has no memory to write to. */
export type Fill = (vector: DuckDBVector, from: number, count: number) => boolean

const fillMissing = (
  vector: DuckDBVector,
  column: Parameters<typeof hasCell>[0],
  from: number,
  count: number,
): void => {
  if (column.valid === undefined) return
  for (let at = 0; at < count; at += 1) if (!hasCell(column, from + at)) vector.setItem(at, null as never)
}

/** Fills a vector with a copy of the column's memory, in half the time that it takes value by value. */
export const fastNumbers =
  (column: IntegerVector | NumberVector): Fill =>
  (vector, from, count) => {
    const { items } = vector as Internals
    const { values } = column
    if (items instanceof BigInt64Array)
      writeInt64(values, from, count, 1, new Int32Array(items.buffer, items.byteOffset, 2 * count))
    else if (items instanceof Float64Array || items instanceof Int32Array)
      items.set(values.subarray(from, from + count))
    else return false
    fillMissing(vector, column, from, count)
    return true
  }

/** Fills a vector with microseconds without an object per time, which takes five times as long. */
export const fastTimes =
  (column: TimeVector): Fill =>
  (vector, from, count) => {
    const { items } = vector as Internals
    if (!(items instanceof BigInt64Array)) return false
    writeInt64(column.values, from, count, 1000, new Int32Array(items.buffer, items.byteOffset, 2 * count))
    fillMissing(vector, column, from, count)
    return true
  }

/** DuckDB's string cell is of 16 bytes: the length, and up to 12 bytes of UTF-8. Longer strings are elsewhere. */
const CELL_WORDS = 4
const MAX_SHORT = 12
const LONG = -1

/** The cells of strings; those that are too long for one have the length -1. */
const stringCells = (strings: ReadonlyArray<string>): Int32Array<ArrayBuffer> => {
  const encoder = new TextEncoder()
  const cells = new Int32Array(strings.length * CELL_WORDS)
  const bytes = new Uint8Array(cells.buffer)
  strings.forEach((text, index) => {
    const start = index * CELL_WORDS * 4 + 4
    const { read, written } = encoder.encodeInto(text, bytes.subarray(start, start + MAX_SHORT))
    cells[index * CELL_WORDS] = read === text.length ? written : LONG
  })
  return cells
}

/** Fills a vector with short strings encoded once; a call of the client for each takes eight times as long. */
export const fastTexts = (column: TextVector): Fill => {
  const { dictionary, indices } = column
  let cells: Int32Array | undefined
  const chunk = new Int32Array(2048 * CELL_WORDS)
  return (vector, from, count) => {
    const { validity, vector: memory } = vector as Internals
    if (memory === undefined || validity === undefined || count > 2048) return false
    cells ??= stringCells(dictionary)
    const long: Array<number> = []
    for (let at = 0; at < count; at += 1) {
      const cell = (indices[from + at] as number) * CELL_WORDS
      const start = at * CELL_WORDS
      const length = cells[cell] ?? 0
      if (length === LONG) long.push(at)
      chunk[start] = length === LONG ? 0 : length
      chunk[start + 1] = cells[cell + 1] ?? 0
      chunk[start + 2] = cells[cell + 2] ?? 0
      chunk[start + 3] = cells[cell + 3] ?? 0
    }
    fillMissing(vector, column, from, count)
    const bytes = new Int8Array(chunk.buffer, 0, count * CELL_WORDS * 4)
    new DuckDBTinyIntVector(bytes, validity as never, memory as never).flush()
    for (const at of long)
      if (hasCell(column, from + at)) vector.setItem(at, dictionary[indices[from + at] as number] as never)
    return true
  }
}
