import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { chunkRows, type RowChunk } from '../../history/chunkRows.ts'
import { historyPageDocument, type ResolvedRunPath, requestRun, sampledHistoryDocument } from './historyInfo.ts'

/** A range of steps, and the maximum number of rows: a server that has more returns a sample. */
export interface StepWindow {
  readonly min: number | undefined
  /** The last step, exclusive; unbounded if `undefined`. */
  readonly max: number | undefined
  readonly samples: number
}

/** Rows as received: one list of whole rows, or one list per metric. */
export type RowLists = ReadonlyArray<RowChunk & { readonly count: number }>

/** Reads the rows of a window. `make` is called for every attempt. */
export type ReadWindow = (
  make: () => StepWindow,
  options: { readonly signal?: AbortSignal | undefined; readonly onFailure?: (error: LoadError) => void },
) => Promise<E.Either<LoadError, RowLists>>

export const malformedResponse = (detail: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'ResponseMalformed', detail }))

/** Converts a list of rows to columns. */
export const toRowList = (list: ReadonlyArray<unknown>, keys?: ReadonlyArray<string>): RowLists[number] => ({
  ...chunkRows(list, { keys }),
  count: list.length,
})

/** Reads whole rows. */
export const readFullRows =
  (client: Client, path: ResolvedRunPath, keys: ReadonlyArray<string> | undefined): ReadWindow =>
  async (make, options) => {
    const question = () => {
      const { min, max, samples } = make()
      return {
        operationName: 'HistoryPage',
        query: historyPageDocument,
        variables: { minStep: min ?? null, maxStep: max ?? null, samples },
      }
    }
    const run = await requestRun(client, path, question, options)
    if (E.isLeft(run)) return run
    const list = run.right['history'] ?? []
    return Array.isArray(list) ? E.right([toRowList(list, keys)]) : malformedResponse('the history is not a list')
  }

/** Serializes a spec. Its `maxStep` is inclusive on the server, unlike that of whole rows. */
export const serializeSpec = (keys: ReadonlyArray<string>, { min, max, samples }: StepWindow): string =>
  JSON.stringify({
    keys: [...new Set(['_step', ...keys])],
    ...(min === undefined ? {} : { minStep: min }),
    ...(max === undefined ? {} : { maxStep: max - 1 }),
    samples,
  })

/** Reads the lists of rows in a response, one per spec. */
export const readSpecLists = (
  wire: unknown,
  specs: ReadonlyArray<ReadonlyArray<string>>,
): E.Either<LoadError, RowLists> => {
  const lists = wire ?? []
  if (!Array.isArray(lists) || lists.length !== specs.length)
    return malformedResponse('the number of lists differs from the number of specs')
  const rows = lists.map((list: unknown, index) =>
    Array.isArray(list) || list === null ? toRowList(list ?? [], specs[index]) : undefined,
  )
  return rows.every((one) => one !== undefined) ? E.right(rows) : malformedResponse('the rows of a spec are not a list')
}

/** Reads the rows that have all metrics of a spec, for several specs in one request. */
export const readSpecs =
  (client: Client, path: ResolvedRunPath, specs: ReadonlyArray<ReadonlyArray<string>>): ReadWindow =>
  async (make, options) => {
    const question = () => {
      const window = make()
      return {
        operationName: 'SampledHistory',
        query: sampledHistoryDocument,
        variables: { specs: specs.map((keys) => serializeSpec(keys, window)) },
      }
    }
    const run = await requestRun(client, path, question, options)
    return E.isLeft(run) ? run : readSpecLists(run.right['sampledHistory'], specs)
  }
