import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { type Listed, type ListQuery, loadList } from '../../client/graphql/loadList.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { Sweep } from '../../types/sweep/Sweep.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { resolveProject } from '../paths/resolve.ts'
import { serializeFilters } from '../request/filters.ts'
import { sweepNodePreparer } from '../request/sweepConfig.ts'
import { sweepsDocument } from './documents.ts'

/**
 * The options of {@link loadSweeps}.
 *
 * @category Sweeps
 * @since 0.1.0
 */
export interface SweepsQuery extends ListQuery {
  /** `entity/project`, `project` of the client's entity, or the project's URL; the client's project by default. */
  readonly project?: string | undefined
  /** Only sweeps that match: a MongoDB-style object such as `{ state: 'RUNNING' }`. Requires server 0.81.4 or newer. */
  readonly filters?: Readonly<Record<string, unknown>> | undefined
  /** The order, such as `-created_at`; the server's own by default. */
  readonly order?: string | undefined
}

const explained = (error: LoadError): LoadError =>
  error._tag === 'GraphqlRefused' && error.errors.some(({ message }) => /argument "?filters/.test(message))
    ? loadError({
        _tag: 'Unsupported',
        feature: 'filters on sweeps, which require server 0.81.4 or newer',
        advice: 'load all sweeps and filter them yourself',
      })
    : error

/**
 * Loads the sweeps of a project with all their fields, one page per request.
 *
 * @param query - The project, filters, order, and paging options.
 * @returns A function from a client to the sweeps.
 * @example
 * ```ts no-run
 * import { loadSweeps, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { sweepName, sweepRunCount } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadSweeps({ project: 'team/vision' })(client))
 *
 * for (const sweep of items) console.log(sweepName(sweep), sweepRunCount(sweep))
 * ```
 * @category Sweeps
 * @since 0.1.0
 */
export const loadSweeps =
  (query: SweepsQuery) =>
  (client: Client): TaskEither<LoadError, Listed<Sweep>> =>
  async () => {
    const { filters, order } = query
    const text = serializeFilters(filters)
    if (E.isLeft(text)) return text
    if (order !== undefined && (typeof order !== 'string' || !/^[+-]?[^\s+-]/.test(order)))
      return E.left(
        loadError({ _tag: 'InvalidQuery', field: 'order', reason: 'must be a column such as "-created_at"' }),
      )
    const path = await resolveProject(client, query.project, query.signal)
    if (E.isLeft(path)) return path
    const { entity, project } = path.right
    const readSweep = await sweepNodePreparer(client, { entity, project })
    const decode = decodeNode(Sweep)
    const listed = await loadList(client, query, {
      operationName: 'Sweeps',
      document: sweepsDocument({ filters: filters !== undefined, order: order !== undefined }),
      variables: {
        entity,
        project,
        ...(filters === undefined ? {} : { filters: text.right }),
        ...(order === undefined ? {} : { order }),
      },
      connection: ({ project: found }) =>
        isObject(found)
          ? E.right(found['sweeps'])
          : E.left(loadError({ _tag: 'NotFound', what: 'project', path: client.redact(`${entity}/${project}`) })),
      total: ({ project: found }) => (isObject(found) ? found['totalSweeps'] : undefined),
      decode: (node, at) => decode(readSweep(node), at),
      phase: 'sweeps',
      pageSize: 100,
    })
    return E.mapLeft(explained)(listed)
  }
