import * as E from 'fp-ts/lib/Either.js'
import type { ColumnChunk } from '../../../types/ColumnChunk.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { NumberRoom } from './numberRoom.ts'
import { rowsWithin, stepsOf } from './parquetSteps.ts'
import { type Group, malformed, type ParquetPlan, type ParquetWanted, STEP } from './planParquetFile.ts'
import { readAhead } from './readAhead.ts'
import { readCells } from './readParquetCells.ts'

const chunkOf = (group: Group, wanted: ParquetWanted): E.Either<LoadError, ColumnChunk> => {
  const steps = stepsOf(group.columns.get(STEP))
  group.columns.delete(STEP)
  return steps === undefined
    ? malformed('the history file has a row without a step')
    : E.right(rowsWithin({ steps, columns: group.columns }, wanted))
}

/** Yields to the event loop, so that a signal can abort between two tasks. */
const yieldToEventLoop = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/**
 * Reads columns of a Parquet file, one chunk per row group. Memory holds only the columns and the few byte ranges in flight.
 * Numbers are written to the preallocated columns, in which the rows of the file begin at `start`.
 */
export const readParquetFile = async (
  { source, metadata, runs }: ParquetPlan,
  wanted: ParquetWanted,
  room: NumberRoom,
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
      const cells = await readCells(part, metadata, into.group, column, leaves, roomOf)
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
