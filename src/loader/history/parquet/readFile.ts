import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../../../client/LoadError.ts'
import type { ColumnChunk } from '../../../history/mergeChunks.ts'
import type { HistoryColumn, NumberColumn } from '../../../types/run/History.ts'
import { readColumnChunk } from './cells.ts'
import { type ParquetPlan, type ParquetSelection, type RowGroupProgress, STEP, unreadableFile } from './plan.ts'
import { readAhead } from './readAhead.ts'

/** Returns an empty slice of a preallocated column, for some rows of a metric. */
type ColumnBuffers = (key: string, start: number, rows: number) => NumberColumn

/**
 * Preallocates number columns of a given length. Their slices form whole columns without copying once all are filled.
 */
export const columnBuffers = (length: number): ColumnBuffers => {
  const columns = new Map<string, NumberColumn>()
  const columnOf = (key: string): NumberColumn => {
    const known = columns.get(key)
    if (known !== undefined) return known
    const column: NumberColumn = {
      type: 'number',
      values: new Float64Array(length),
      present: new Uint8Array(length),
    }
    columns.set(key, column)
    return column
  }
  return (key, start, rows) => {
    const { type, values, present } = columnOf(key)
    return { type, values: values.subarray(start, start + rows), present: present.subarray(start, start + rows) }
  }
}

/** The steps of a column, integers or floats; `undefined` if a row has none. */
const columnSteps = (column: HistoryColumn | undefined): Float64Array | undefined =>
  column?.type === 'number' &&
  column.present.every((present) => present === 1) &&
  column.values.every((step) => Number.isFinite(step))
    ? column.values
    : undefined

const pickRows = (column: HistoryColumn, rows: Uint32Array): HistoryColumn => {
  if (column.type === 'value') return { type: 'value', values: Array.from(rows, (row) => column.values[row]) }
  const values = new Float64Array(rows.length)
  const present = new Uint8Array(rows.length)
  rows.forEach((row, at) => {
    values[at] = column.values[row] ?? 0
    present[at] = column.present[row] ?? 0
  })
  return { type: 'number', values, present }
}

/** The rows with minStep ≤ step < maxStep; the chunk itself if these are all rows. */
const filterSteps = (
  chunk: ColumnChunk,
  { minStep, maxStep }: { readonly minStep?: number | undefined; readonly maxStep?: number | undefined },
): ColumnChunk => {
  if (minStep === undefined && maxStep === undefined) return chunk
  const from = minStep ?? Number.NEGATIVE_INFINITY
  const to = maxStep ?? Number.POSITIVE_INFINITY
  const rows: Array<number> = []
  chunk.steps.forEach((step, row) => {
    if (step >= from && step < to) rows.push(row)
  })
  if (rows.length === chunk.steps.length) return chunk
  const picked = Uint32Array.from(rows)
  return {
    steps: Float64Array.from(picked, (row) => chunk.steps[row] ?? 0),
    columns: new Map([...chunk.columns].map(([key, column]) => [key, pickRows(column, picked)])),
  }
}

/** Sorts chunks by their first step, because the server lists the files in any order. */
export const sortChunks = (chunks: ReadonlyArray<ColumnChunk>): ReadonlyArray<ColumnChunk> =>
  chunks.filter(({ steps }) => steps.length > 0).sort((one, other) => (one.steps[0] ?? 0) - (other.steps[0] ?? 0))

const chunkOf = (group: RowGroupProgress, wanted: ParquetSelection): E.Either<LoadError, ColumnChunk> => {
  const steps = columnSteps(group.columns.get(STEP))
  group.columns.delete(STEP)
  return steps === undefined
    ? unreadableFile('the history file has a row without a step')
    : E.right(filterSteps({ steps, columns: group.columns }, wanted))
}

/** Yields to the event loop, so that a signal can abort between two tasks. */
const yieldToEventLoop = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/**
 * Reads columns of a Parquet file, one chunk per row group. Memory holds only the columns and the few byte ranges in flight.
 * Numbers are written to the preallocated columns, in which the rows of the file begin at `start`.
 */
export const readParquetFile = async (
  { source, metadata, runs }: ParquetPlan,
  wanted: ParquetSelection,
  room: ColumnBuffers,
  start: number,
): Promise<E.Either<LoadError, ReadonlyArray<ColumnChunk>>> => {
  const chunks: Array<ColumnChunk> = []
  for await (const fetched of readAhead(source, runs)) {
    if (E.isLeft(fetched)) return fetched
    const { part: run, bytes } = fetched.right
    await yieldToEventLoop()
    if (wanted.signal?.aborted) return E.left(loadError({ _tag: 'Aborted' }))
    for (const item of run.items) {
      const { into, column, leaves } = item.what
      const part = { bytes: bytes.subarray(item.start - run.start, item.end - run.start), start: item.start }
      const roomOf = () => room(column.name, start + into.start, Number(into.group.num_rows))
      const cells = await readColumnChunk(part, metadata, into.group, column, leaves, roomOf)
      if (E.isLeft(cells)) return cells
      into.columns.set(column.name, cells.right)
      into.waiting -= 1
      if (into.waiting > 0) continue
      const chunk = chunkOf(into, wanted)
      if (E.isLeft(chunk)) return chunk
      chunks.push(chunk.right)
      wanted.onRows?.(chunk.right.steps.length)
    }
  }
  return E.right(chunks)
}
