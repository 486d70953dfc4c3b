import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { callbackError, readOptions, redactGiven } from '../../client/queryTask.ts'
import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import type { DefaultField, HeavyField, RunWith } from '../../types/run/RunHeavy.ts'
import type { SummaryDict } from '../../types/run/SummaryDict.ts'
import { type RunsQuery, runsShape } from '../request/query.ts'
import type { ProjectReference } from '../request/references.ts'
import { paginateRuns, resolveRunsList } from './paginateRuns.ts'
import { type RunsPage, toRunsPage } from './RunsPage.ts'

/** Loads the pages of a query. */
async function* queryPages<F extends HeavyField, C, S>(
  client: Client,
  given: unknown,
): AsyncGenerator<E.Either<LoadError, RunsPage<RunWith<F, C, S>>>, void, undefined> {
  const query = await readOptions<RunsQuery<F, C, S>>(runsShape, given)
  if (E.isLeft(query)) return yield E.left(redactGiven(client, query.left))
  const list = await resolveRunsList(client, query.right)()
  if (E.isLeft(list)) return yield E.left(redactGiven(client, list.left))
  const { after, signal, onProgress } = query.right
  const pages = paginateRuns<F, C, S>(client, list.right, { after, signal, onProgress })
  try {
    for await (const page of pages) yield E.isLeft(page) ? page : E.right(toRunsPage(page.right))
  } catch (thrown) {
    const error = callbackError(thrown)
    if (error === undefined) throw thrown
    yield E.left(error)
  }
}

/**
 * Loads the runs of a project page by page: for more runs than fit into memory, to show the first ones early, or to
 * continue after an error with `after`.
 *
 * Nothing is requested before the first page is pulled, and at most one page is prefetched. Leaving the loop aborts that
 * request. Every new loop starts from the beginning. Iteration ends after an error.
 *
 * @param query - The project's path, its record, or a query with filters, fields, and paging options.
 * @returns A function from a client to the pages: `Right` with a page, or `Left` with the error that ends the iteration.
 * @example
 * ```ts no-run
 * import * as E from 'fp-ts/lib/Either.js'
 * import { makeClient, runPages } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 *
 * for await (const page of runPages({ project: 'team/vision', pageSize: 500 })(client)) {
 *   if (E.isLeft(page)) throw new Error(page.left.message)
 *   console.log(page.right.runs.length, 'runs; go on with', page.right.cursor)
 * }
 * ```
 * @category Loading
 * @since 0.1.0
 */
export const runPages =
  <F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict>(
    query: ProjectReference | RunsQuery<F, C, S> = {},
  ) =>
  (client: Client): AsyncIterable<E.Either<LoadError, RunsPage<RunWith<F, C, S>>>> => ({
    [Symbol.asyncIterator]: () => queryPages<F, C, S>(client, query),
  })
