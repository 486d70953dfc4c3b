import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { invalidOption } from '../../client/errors.ts'
import { collectList, type Listed } from '../../client/graphql/loadList.ts'
import { paginate } from '../../client/graphql/paginate.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { fail, task, unwrap } from '../../client/task.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import { resolveProject } from '../paths/resolve.ts'
import { checkQuery } from '../request/checkQuery.ts'
import { checkKeys, checkOneOf, checkRows, checkStep, PAGE_ROWS } from './checkHistory.ts'
import { readCompleteHistory } from './completeHistory.ts'
import { runByRunSource, sampledSource, withFewRetries } from './historiesPage.ts'
import type { HistoriesQuery } from './query.ts'
import type { RunHistory } from './RunHistory.ts'
import { sampleHistory } from './sampleHistory.ts'

const queryError = (query: HistoriesQuery): LoadError | undefined => {
  const { complete = false, samples, minStep, maxStep, require: needs } = query
  const only = (field: string, given: unknown, wanted: boolean): LoadError | undefined =>
    given === undefined || complete === wanted
      ? undefined
      : invalidOption(field, wanted ? 'requires complete' : 'cannot be combined with complete')
  return (
    checkRows('samples', samples) ??
    checkStep('minStep', minStep) ??
    checkStep('maxStep', maxStep) ??
    checkOneOf('require', needs, ['any', 'all']) ??
    only('samples', samples, false) ??
    only('minStep', minStep, true) ??
    only('maxStep', maxStep, true) ??
    only('require', needs, true)
  )
}

/**
 * Loads the histories of many runs of a project, in the order of the runs.
 *
 * By default the server samples the rows of each run, and one request loads a page of runs with their samples. With
 * `complete`, every row of every run is loaded, with separate requests per run. Each metric is sampled separately, so that
 * metrics that are never logged in the same row can be loaded together. A run whose history cannot be loaded is one of
 * `failures`.
 *
 * @param query - The project, filters, metrics, and paging options.
 * @returns A function from a client to the runs and their histories.
 * @example
 * ```ts no-run
 * import { loadHistories, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { historyMin, runName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadHistories({ project: 'team/vision', keys: ['val_loss'], samples: 100 })(client))
 *
 * for (const { run, history } of items) console.log(runName(run), historyMin(history, 'val_loss'))
 * ```
 * @category Loading
 * @since 0.1.0
 */
export const loadHistories =
  (query: HistoriesQuery) =>
  (client: Client): TaskEither<LoadError, Listed<RunHistory>> =>
    task(async function* () {
      const { project, filters, order, limit, pageSize = 50, after, signal } = query
      const { complete = false, samples = 500, minStep, maxStep, require: needs = 'any' } = query
      const keys = yield* unwrap(checkKeys(query.keys))
      const checked = yield* unwrap(checkQuery({ fields: [], filters, order, pageSize, limit, after }))
      const invalid = queryError(query)
      if (invalid !== undefined) return yield* fail(invalid)
      const path = yield* unwrap(resolveProject(client, project, signal))

      const completeOf = (run: RunLight, within: AbortSignal) =>
        readCompleteHistory(client, run, {
          keys,
          require: needs,
          minStep,
          maxStep,
          pageSize: PAGE_ROWS,
          exported: true,
          signal: within,
          onRows: () => {},
        })()
      const sampleOf = (run: RunLight, within: AbortSignal) =>
        withFewRetries(client, (one) => sampleHistory({ run, keys: query.keys, samples, signal: within })(one)())

      const runs = { path, filters: checked.filters, order: checked.order }
      const source = complete
        ? runByRunSource(client, { runs, keys, pageSize, historyOf: completeOf })
        : sampledSource(client, { runs, keys, pageSize, historyOf: sampleOf }, samples)
      return yield* unwrap(collectList(paginate(client, source, { after, limit, signal }), query, 'runs'))
    })
