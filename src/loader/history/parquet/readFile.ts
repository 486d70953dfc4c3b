import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { aborted, unreadableFile } from '../../../client/errors.ts'
import type { LoadError } from '../../../client/LoadError.ts'
import { fail, task, unwrap } from '../../../client/task.ts'
import { pickRows } from '../../../history/filterRows.ts'
import type { ColumnChunk } from '../../../history/mergeChunks.ts'
import type { HistoryColumn, NumberColumn } from '../../../types/run/History.ts'
import { readColumnChunk } from './cells.ts'
import { type ParquetPlan, type ParquetSelection, type RowGroupProgress, STEP } from './plan.ts'
import type { ByteSource } from './remoteFile.ts'

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

/** The rows of a row group once all of its columns are read. */
const chunkOf = (group: RowGroupProgress, wanted: ParquetSelection): E.Either<LoadError, ColumnChunk> => {
  const steps = columnSteps(group.columns.get(STEP))
  group.columns.delete(STEP)
  return steps === undefined
    ? E.left(unreadableFile('the history file has a row without a step'))
    : E.right(filterSteps({ steps, columns: group.columns }, wanted))
}

/** Yields to the event loop, so that a signal can abort between two tasks. */
const yieldToEventLoop = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** A byte range of a file. */
interface ByteRange {
  readonly start: number
  readonly end: number
}

/** The maximum number of bytes in flight, unless a single part is larger. */
const MAX_BYTES = 12 * 2 ** 20

/** The maximum number of parts in flight, which limits small parts. */
const MAX_PARTS = 8

/**
 * Reads parts of a file in order, and prefetches the next ones. Stops after the first failure.
 */
export async function* readAhead<A extends ByteRange>(
  source: ByteSource,
  parts: ReadonlyArray<A>,
): AsyncGenerator<E.Either<LoadError, { readonly part: A; readonly bytes: Uint8Array }>, void> {
  const inFlight: Array<{ readonly part: A; readonly read: ReturnType<ByteSource['read']> }> = []
  let size = 0
  let next = 0
  for (;;) {
    for (let part = parts[next]; part !== undefined; part = parts[next]) {
      const { start, end } = part
      if (inFlight.length > 0 && (inFlight.length >= MAX_PARTS || size + end - start > MAX_BYTES)) break
      inFlight.push({ part, read: source.read(start, end) })
      size += end - start
      next += 1
    }
    const first = inFlight.shift()
    if (first === undefined) return
    const { part, read } = first
    const bytes = await read
    size -= part.end - part.start
    yield E.isLeft(bytes) ? bytes : E.right({ part, bytes: bytes.right })
    if (E.isLeft(bytes)) return
  }
}

/**
 * Reads columns of a Parquet file, one chunk per row group. Memory holds only the columns and the few byte ranges in flight.
 * Numbers are written to the preallocated columns, in which the rows of the file begin at `start`.
 */
export const readParquetFile = (
  { source, ranges }: ParquetPlan,
  wanted: ParquetSelection,
  buffers: ColumnBuffers,
  start: number,
): TaskEither<LoadError, ReadonlyArray<ColumnChunk>> =>
  task(async function* () {
    const chunks: Array<ColumnChunk> = []
    for await (const fetched of readAhead(source, ranges)) {
      const { part: range, bytes } = yield* unwrap(fetched)
      await yieldToEventLoop()
      if (wanted.signal?.aborted) return yield* fail(aborted)
      for (const item of range.items) {
        const { into, column, chunks: located } = item.what
        const part = { bytes: bytes.subarray(item.start - range.start, item.end - range.start), start: item.start }
        const bufferOf = () => buffers(column.name, start + into.start, Number(into.group.num_rows))
        const cells = yield* unwrap(readColumnChunk(part, into.group, column, located, bufferOf))
        into.columns.set(column.name, cells)
        into.waiting -= 1
        if (into.waiting > 0) continue
        const chunk = yield* unwrap(chunkOf(into, wanted))
        chunks.push(chunk)
        wanted.onRows?.(chunk.steps.length)
      }
    }
    return chunks
  })
