import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { request } from '../../client/request.ts'
import { isObject } from '../../types/wire/own.ts'
import { resolveProject } from '../paths/resolve.ts'
import { serializeRunFilters } from '../request/filters.ts'
import type { CountQuery } from '../request/query.ts'
import { runCountDocument } from '../request/selection.ts'

/**
 * Counts the runs of a project that match filters, in one request and without loading any.
 *
 * @param query - The project and the filters.
 * @returns A function from a client to the number of runs.
 * @example
 * ```ts no-run
 * import { countRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 *
 * console.log(await orThrow(countRuns({ project: 'team/vision', filters: { state: 'crashed' } })(client)))
 * ```
 * @category Loading
 * @since 0.1.0
 */
export const countRuns =
  (query: CountQuery) =>
  (client: Client): TaskEither<LoadError, number> =>
  async () => {
    const filters = await serializeRunFilters(query.filters)
    if (E.isLeft(filters)) return filters
    const path = await resolveProject(client, query.project, query.signal)
    if (E.isLeft(path)) return path
    const { entity, project } = path.right
    const make = () => ({
      operationName: 'RunCount',
      query: runCountDocument,
      variables: { entity, project, filters: filters.right },
    })
    const data = await request(client, make, { signal: query.signal })
    if (E.isLeft(data)) return data
    const found = data.right['project']
    if (!isObject(found)) return E.left(loadError({ _tag: 'NotFound', what: 'project', path: `${entity}/${project}` }))
    const count = found['runCount']
    return typeof count === 'number'
      ? E.right(count)
      : E.left(loadError({ _tag: 'ResponseMalformed', detail: 'missing run count' }))
  }
