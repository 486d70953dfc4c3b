import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { MAX_EMPTY_PAGES } from '../../client/graphql/connection.ts'
import type { Listed, ListQuery } from '../../client/graphql/loadList.ts'
import { isPerRunError } from '../../client/graphql/mapConcurrently.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { resolveProject } from '../paths/resolve.ts'
import { checkQuery } from '../request/checkQuery.ts'
import { checkKeys, checkOneOf, checkRows, checkStep, PAGE_ROWS } from './checkHistory.ts'
import { readCompleteHistory } from './completeHistory.ts'
import { loadRunByRun, loadSampledPage } from './historiesPage.ts'
import type { HistoriesQuery } from './query.ts'
import type { RunHistory } from './RunHistory.ts'
import { sampleHistory } from './sampleHistory.ts'

/** How often a page is retried before its runs are loaded one by one. */
const PAGE_RETRIES = 2

const queryError = (query: HistoriesQuery): LoadError | undefined => {
  const { complete = false, samples, minStep, maxStep, require: needs } = query
  const only = (field: string, given: unknown, wanted: boolean): LoadError | undefined =>
    given === undefined || complete === wanted
      ? undefined
      : loadError({
          _tag: 'InvalidQuery',
          field,
          reason: wanted ? 'requires complete' : 'cannot be combined with complete',
        })
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
  async () => {
    const { project, filters, order, limit = Number.POSITIVE_INFINITY, pageSize = 50, signal, onProgress } = query
    const { complete = false, samples = 500, minStep, maxStep, require: needs = 'any' } = query
    const checkedKeys = checkKeys(query.keys)
    if (E.isLeft(checkedKeys)) return checkedKeys
    const keys = checkedKeys.right
    const checked = await checkQuery({ fields: [], filters, order, pageSize, limit: query.limit, after: query.after })
    if (E.isLeft(checked)) return checked
    const refusal = queryError(query)
    if (refusal !== undefined) return E.left(refusal)
    const path = await resolveProject(client, project, signal)
    if (E.isLeft(path)) return path
    const runs = { path: path.right, filters: checked.right.filters, order: checked.right.order }
    // Otherwise a run that the server fails at would delay its whole page for as long as the client may retry.
    const impatient: Client = {
      ...client,
      limits: { ...client.limits, maxRetries: Math.min(PAGE_RETRIES, client.limits.maxRetries) },
    }
    const withFewRetries = async <A>(
      load: (one: Client) => Promise<E.Either<LoadError, A>>,
    ): Promise<E.Either<LoadError, A>> => {
      const first = await load(impatient)
      return E.isLeft(first) && (first.left._tag === 'RateLimited' || first.left._tag === 'NetworkFailed')
        ? load(client)
        : first
    }

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
      })
    const sampleOf = (run: RunLight, within: AbortSignal) =>
      withFewRetries((one) => sampleHistory({ run, keys: query.keys, samples, signal: within })(one)())

    const pageOf = async (page: ListQuery): Promise<E.Either<LoadError, Listed<RunHistory>>> => {
      if (complete) return loadRunByRun(client, runs, page, keys, completeOf)
      const sampled = await withFewRetries((one) => loadSampledPage(one, runs, page, { keys, samples }))
      return E.isLeft(sampled) && isPerRunError(sampled.left) && sampled.left._tag !== 'NotFound'
        ? loadRunByRun(client, runs, page, keys, sampleOf)
        : sampled
    }

    const items: Array<RunHistory> = []
    const failures: Array<DecodeFailure> = []
    const seen = new Set<string>()
    const cursors = new Set(query.after === undefined ? [] : [query.after])
    let totalCount: number | undefined
    let skipped = 0
    let duplicates = 0
    let emptyPages = 0
    let after = query.after
    for (let page = 0; ; page += 1) {
      const before = items.length + failures.length + skipped
      const listed = await pageOf({ pageSize, limit: Math.min(pageSize, limit - items.length), after, signal })
      if (E.isLeft(listed)) return listed
      totalCount ??= listed.right.totalCount
      for (const item of listed.right.items) {
        if (seen.has(item.run.storageId)) duplicates += 1
        else items.push(item)
        seen.add(item.run.storageId)
      }
      for (const failure of listed.right.failures) failures.push({ ...failure, page })
      skipped += listed.right.skipped
      duplicates += listed.right.duplicates
      const passed = items.length + failures.length + skipped
      onProgress?.({ phase: 'runs', loaded: passed, total: totalCount })
      const { cursor, complete: isEnd } = listed.right
      if (isEnd || items.length >= limit || cursor === undefined) {
        const isAll = isEnd && (query.after !== undefined || totalCount === undefined || passed >= totalCount)
        return E.right({ items, totalCount, failures, duplicates, skipped, complete: isAll, cursor: cursor ?? after })
      }
      emptyPages = passed > before ? 0 : emptyPages + 1
      if (cursors.has(cursor) || emptyPages >= MAX_EMPTY_PAGES)
        return E.left(loadError({ _tag: 'CursorStuck', cursor: client.redact(cursor), page }))
      cursors.add(cursor)
      after = cursor
    }
  }
