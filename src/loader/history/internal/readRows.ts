import * as E from 'fp-ts/lib/Either.js'
import { type RowChunk, rowChunk } from '../../../types/rowChunk.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { askRun, type RunAddress } from './askRun.ts'
import { historyPageDocument, sampledHistoryDocument } from './documents.ts'

/** A range of steps, and how many rows of it are wanted at most: a server that has more sends some of them. */
export interface Window {
  readonly min: number | undefined
  /** The step behind the last; no bound where it is not given. */
  readonly max: number | undefined
  readonly samples: number
}

/** Rows as they came: one list of whole rows, or one for each metric. */
export type RowLists = ReadonlyArray<RowChunk & { readonly count: number }>

/** Reads the rows of a window, which is told anew for every attempt. */
export type ReadWindow = (
  make: () => Window,
  options: { readonly signal?: AbortSignal | undefined; readonly onFailure?: (error: LoadError) => void },
) => Promise<E.Either<LoadError, RowLists>>

export const malformed = (detail: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'ResponseMalformed', detail }))

/** A list of rows, by columns. */
export const rowsIn = (list: ReadonlyArray<unknown>, keys?: ReadonlyArray<string>): RowLists[number] => ({
  ...rowChunk(list, { keys }),
  count: list.length,
})

/** Whole rows. */
export const readWholeRows =
  (client: Client, path: RunAddress, keys: ReadonlyArray<string> | undefined): ReadWindow =>
  async (make, options) => {
    const question = () => {
      const { min, max, samples } = make()
      return {
        operationName: 'HistoryPage',
        query: historyPageDocument,
        variables: { minStep: min ?? null, maxStep: max ?? null, samples },
      }
    }
    const run = await askRun(client, path, question, options)
    if (E.isLeft(run)) return run
    const list = run.right['history'] ?? []
    return Array.isArray(list) ? E.right([rowsIn(list, keys)]) : malformed('a history that is no list')
  }

/** The text of a spec. Unlike the bound of whole rows, the server's upper bound here belongs to the range. */
export const specText = (keys: ReadonlyArray<string>, { min, max, samples }: Window): string =>
  JSON.stringify({
    keys: [...new Set(['_step', ...keys])],
    ...(min === undefined ? {} : { minStep: min }),
    ...(max === undefined ? {} : { maxStep: max - 1 }),
    samples,
  })

/** The lists of an answer to specs, one for each. */
export const specLists = (
  wire: unknown,
  specs: ReadonlyArray<ReadonlyArray<string>>,
): E.Either<LoadError, RowLists> => {
  const lists = wire ?? []
  if (!Array.isArray(lists) || lists.length !== specs.length) return malformed('not one list of rows for each spec')
  const rows = lists.map((list: unknown, index) =>
    Array.isArray(list) || list === null ? rowsIn(list ?? [], specs[index]) : undefined,
  )
  return rows.every((one) => one !== undefined) ? E.right(rows) : malformed('rows of a spec that are no list')
}

/** The rows that have all metrics of a spec, for several specs at once. */
export const readSpecs =
  (client: Client, path: RunAddress, specs: ReadonlyArray<ReadonlyArray<string>>): ReadWindow =>
  async (make, options) => {
    const question = () => {
      const window = make()
      return {
        operationName: 'SampledHistory',
        query: sampledHistoryDocument,
        variables: { specs: specs.map((keys) => specText(keys, window)) },
      }
    }
    const run = await askRun(client, path, question, options)
    return E.isLeft(run) ? run : specLists(run.right['sampledHistory'], specs)
  }
