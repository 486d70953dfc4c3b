import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { malformedResponse } from '../../client/errors.ts'
import { inRun, type ResolvedRunPath } from '../../client/graphql/inProject.ts'
import type { RequestOptions } from '../../client/graphql/request.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { fail, task, unwrap } from '../../client/task.ts'
import { chunkRows, type RowChunk } from '../../history/chunkRows.ts'
import { requestRun } from './historyInfo.ts'

/** A range of steps, and the maximum number of rows: a server that has more returns a sample. */
export interface StepWindow {
  readonly min: number | undefined
  /** The last step, exclusive; unbounded if `undefined`. */
  readonly max: number | undefined
  readonly samples: number
}

/** Rows as received: one list of whole rows, or one list per metric. */
export type RowLists = ReadonlyArray<RowChunk & { readonly count: number }>

/** Reads the rows of a window. `windowOf` is called for every attempt. */
export type ReadWindow = (windowOf: () => StepWindow, options: RequestOptions) => TaskEither<LoadError, RowLists>

/** Converts a list of rows to columns. */
export const toRowList = (list: ReadonlyArray<unknown>, keys?: ReadonlyArray<string>): RowLists[number] => ({
  ...chunkRows(list, { keys }),
  count: list.length,
})

/** Selects whole rows of a range of steps; `maxStep` is exclusive. */
const historyPageDocument = inRun(
  'HistoryPage',
  { minStep: 'Int64', maxStep: 'Int64', samples: 'Int' },
  'history(minStep: $minStep, maxStep: $maxStep, samples: $samples)',
)

/** Reads whole rows. */
export const readFullRows =
  (client: Client, path: ResolvedRunPath, keys: ReadonlyArray<string> | undefined): ReadWindow =>
  (windowOf, options) =>
    task(async function* () {
      const variables = () => {
        const { min, max, samples } = windowOf()
        return { minStep: min ?? null, maxStep: max ?? null, samples }
      }
      const run = yield* unwrap(requestRun(client, path, historyPageDocument, variables, options))
      const list = run['history'] ?? []
      return Array.isArray(list) ? [toRowList(list, keys)] : yield* fail(malformedResponse('the history is not a list'))
    })

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
    return E.left(malformedResponse('the number of lists differs from the number of specs'))
  const rows = lists.map((list: unknown, index) =>
    Array.isArray(list) || list === null ? toRowList(list ?? [], specs[index]) : undefined,
  )
  return rows.every((one) => one !== undefined)
    ? E.right(rows)
    : E.left(malformedResponse('the rows of a spec are not a list'))
}

/** Selects rows of some metrics, one list per spec. */
const sampledHistoryDocument = inRun('SampledHistory', { specs: '[JSONString!]!' }, 'sampledHistory(specs: $specs)')

/** Reads the rows that have all metrics of a spec, for several specs in one request. */
export const readSpecs =
  (client: Client, path: ResolvedRunPath, specs: ReadonlyArray<ReadonlyArray<string>>): ReadWindow =>
  (windowOf, options) =>
    task(async function* () {
      const variables = () => {
        const window = windowOf()
        return { specs: specs.map((keys) => serializeSpec(keys, window)) }
      }
      const run = yield* unwrap(requestRun(client, path, sampledHistoryDocument, variables, options))
      return yield* unwrap(readSpecLists(run['sampledHistory'], specs))
    })
