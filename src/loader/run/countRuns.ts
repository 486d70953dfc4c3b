import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { malformedResponse } from '../../client/errors.ts'
import { findProject } from '../../client/graphql/inProject.ts'
import { request } from '../../client/graphql/request.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { queryTask } from '../../client/queryTask.ts'
import { fail, unwrap } from '../../client/task.ts'
import { resolveProject } from '../paths/resolve.ts'
import { serializeRunFilters } from '../request/filters.ts'
import { type CountQuery, countShape } from '../request/query.ts'
import type { ProjectReference } from '../request/references.ts'
import { runCountDocument } from '../request/selection.ts'

/**
 * Counts the runs of a project that match filters, in one request and without loading any.
 *
 * @param query - The project's path, or a query with filters.
 * @returns A function from a client to the number of runs.
 * @example
 * ```ts no-run
 * import { countRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 *
 * console.log(await orThrow(countRuns('team/vision')(client)))
 * console.log(await orThrow(countRuns({ project: 'team/vision', filters: { state: 'crashed' } })(client)))
 * ```
 * @category Loading
 * @since 0.1.0
 */
export const countRuns =
  (query: ProjectReference | CountQuery = {}) =>
  (client: Client): TaskEither<LoadError, number> =>
    queryTask(client, countShape, query, async function* ({ project, filters: given, signal }: CountQuery) {
      const filters = yield* unwrap(serializeRunFilters(given))
      const path = yield* unwrap(resolveProject(client, project, signal))
      const data = yield* unwrap(request(client, runCountDocument, { ...path, filters }, { signal }))
      const { runCount } = yield* unwrap(findProject(client, path, data))
      return typeof runCount === 'number' ? runCount : yield* fail(malformedResponse('missing run count'))
    })
