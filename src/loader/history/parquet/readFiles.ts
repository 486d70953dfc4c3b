import * as E from 'fp-ts/lib/Either.js'
import { mapConcurrently } from '../../../client/graphql/mapConcurrently.ts'
import type { LoadError } from '../../../client/LoadError.ts'
import type { ColumnChunk } from '../../../history/mergeChunks.ts'
import { type ParquetPlan, type ParquetSelection, planParquetFile } from './plan.ts'
import { columnBuffers, readParquetFile, sortChunks } from './readFile.ts'
import type { ByteSource } from './remoteFile.ts'

/** Opens a file. The signal aborts all reads of it. */
export type OpenParquet = (signal: AbortSignal) => Promise<E.Either<LoadError, ByteSource>>

/** Sorts files by their first step, if they have statistics. */
const bySteps = (plans: ReadonlyArray<ParquetPlan>): ReadonlyArray<ParquetPlan> =>
  [...plans].sort(({ firstStep: one = Number.POSITIVE_INFINITY }, { firstStep: other = Number.POSITIVE_INFINITY }) =>
    one === other ? 0 : one - other,
  )

/**
 * Reads the files of one history, a few at a time: one chunk per row group, in the order of their first steps. All files
 * are planned before the first is read, so that the number columns can be allocated at their full length.
 */
export const readParquetSet = async (
  files: ReadonlyArray<OpenParquet>,
  atOnce: number,
  wanted: ParquetSelection,
): Promise<E.Either<LoadError, ReadonlyArray<ColumnChunk>>> => {
  /** One per file, because Node warns of a leak if many requests listen to one signal. */
  const controllers: Array<AbortController> = []
  const end = (): void => {
    for (const controller of controllers) controller.abort()
  }
  /** Aborts the other reads after a failure. */
  const endOnFailure = async <A>(work: Promise<E.Either<LoadError, A>>): Promise<E.Either<LoadError, A>> => {
    const result = await work
    if (E.isLeft(result)) end()
    return result
  }
  const { signal } = wanted
  const plan = async (open: OpenParquet): Promise<E.Either<LoadError, ParquetPlan>> => {
    const controller = new AbortController()
    controllers.push(controller)
    if (signal?.aborted) controller.abort()
    const source = await open(controller.signal)
    return E.isLeft(source) ? source : planParquetFile(source.right, wanted)
  }
  signal?.addEventListener('abort', end)
  try {
    const plans = await mapConcurrently(files, atOnce, (open) => endOnFailure(plan(open)), signal)
    if (E.isLeft(plans)) return plans
    let rows = 0
    const scheduled = bySteps(plans.right).map((one) => {
      const start = rows
      rows += one.rows
      return { one, start }
    })
    const room = columnBuffers(rows)
    const read = ({ one, start }: (typeof scheduled)[number], within: AbortSignal) =>
      endOnFailure(readParquetFile(one, { ...wanted, signal: within }, room, start))
    const chunks = await mapConcurrently(scheduled, atOnce, read, signal)
    return E.isLeft(chunks) ? chunks : E.right(sortChunks(chunks.right.flat()))
  } finally {
    end()
    signal?.removeEventListener('abort', end)
  }
}
