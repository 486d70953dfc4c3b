import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { invalidOption } from '../../client/errors.ts'
import { collectList, type Listed } from '../../client/graphql/loadList.ts'
import { paginate } from '../../client/graphql/paginate.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { queryTask } from '../../client/queryTask.ts'
import { fail, task, unwrap } from '../../client/task.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import { resolveProject } from '../paths/resolve.ts'
import { checkQuery } from '../request/checkQuery.ts'
import type { ProjectReference } from '../request/references.ts'
import { checkAxis, checkKeys, PAGE_ROWS } from './checkHistory.ts'
import { readCompleteHistory } from './completeHistory.ts'
import { type HistoriesSource, runByRunSource, sampledSource, withFewRetries } from './historiesPage.ts'
import { loadEvents } from './loadEvents.ts'
import { type HistoriesQuery, historiesShape } from './query.ts'
import type { RunHistory } from './RunHistory.ts'
import { sampleHistory } from './sampleHistory.ts'
import { selectSample } from './sampleSelection.ts'

const queryError = (query: HistoriesQuery): LoadError | undefined => {
  const { complete = false, stream } = query
  const clash = (wanted: boolean, ...fields: ReadonlyArray<keyof HistoriesQuery>): LoadError | undefined => {
    const field = complete === wanted ? undefined : fields.find((one) => query[one] !== undefined)
    return field && invalidOption(field, wanted ? 'requires complete' : 'cannot be combined with complete')
  }
  const ofRows = (['xAxis', 'minStep', 'maxStep', 'require'] as const).find((one) => query[one] !== undefined)
  if (stream === 'system' && ofRows !== undefined)
    return invalidOption(ofRows, 'cannot be combined with stream "system": events have no steps')
  return clash(false, 'samples', 'xAxis') ?? clash(true, 'minStep', 'maxStep', 'require')
}

/** Checks a query of histories, and makes the source of their pages. */
export const resolveHistories = (client: Client, query: HistoriesQuery): TaskEither<LoadError, HistoriesSource> =>
  task(async function* () {
    const { project, filters, order, limit, pageSize = 50, after, signal } = query
    const { complete = false, samples = 500, stream, xAxis, minStep, maxStep, require: needs = 'any' } = query
    const keys = yield* unwrap(checkKeys(query.keys))
    const checked = yield* unwrap(checkQuery({ fields: [], filters, order, pageSize, limit, after }))
    const invalid = queryError(query)
    if (invalid !== undefined) return yield* fail(invalid)
    yield* unwrap(checkAxis(query))
    const path = yield* unwrap(resolveProject(client, project, signal))

    const eventsOf = (run: RunLight, within: AbortSignal) =>
      loadEvents({ run, keys: query.keys, signal: within, samples: complete ? undefined : samples })(client)()
    const rowsOf = (run: RunLight, within: AbortSignal) =>
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
      withFewRetries(client, (one) => sampleHistory({ run, keys: query.keys, samples, xAxis, signal: within })(one)())

    const runs = { path, filters: checked.filters, order: checked.order }
    const historyOf = stream === 'system' ? eventsOf : complete ? rowsOf : sampleOf
    const list = { runs, keys, pageSize, historyOf }
    return complete ? runByRunSource(client, list) : sampledSource(client, list, selectSample(query, keys, samples))
  })

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
  (query: ProjectReference | HistoriesQuery = {}) =>
  (client: Client): TaskEither<LoadError, Listed<RunHistory>> =>
    queryTask(client, historiesShape, query, async function* (query: HistoriesQuery) {
      const { limit, after, signal } = query
      const source = yield* unwrap(resolveHistories(client, query))
      return yield* unwrap(collectList(paginate(client, source, { after, limit, signal }), query, 'runs'))
    })
