import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { findProject } from '../../client/graphql/inProject.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { mustBe } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { unwrap } from '../../client/task.ts'
import { Sweep } from '../../types/sweep/Sweep.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { resolveProject } from '../paths/resolve.ts'
import { serializeFilters } from '../request/jsonFilters.ts'
import { byEntityAndName, type ProjectReference } from '../request/references.ts'
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

export const sweepsShape: QueryShape<SweepsQuery> = {
  subject: 'project',
  options: {
    project: true,
    filters: true,
    order: mustBe(
      'a column such as "-created_at"',
      (order) => typeof order === 'string' && /^[+-]?[^\s+-]/.test(order),
    ),
    ...listOptions,
  },
  reference: byEntityAndName,
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
  (query: ProjectReference | SweepsQuery = {}) =>
  (client: Client): TaskEither<LoadError, Listed<Sweep>> =>
    queryTask(client, sweepsShape, query, async function* (query: SweepsQuery) {
      const { filters, order } = query
      const text = yield* unwrap(serializeFilters(filters))
      const path = yield* unwrap(resolveProject(client, query.project, query.signal))
      const { entity, project } = path
      const prepare = await sweepNodePreparer(client, { entity, project })
      const decode = decodeNode(Sweep)
      const listed = await loadList(client, query, {
        document: sweepsDocument({ filters: filters !== undefined, order: order !== undefined }),
        variables: {
          entity,
          project,
          ...(filters === undefined ? {} : { filters: text }),
          ...(order === undefined ? {} : { order }),
        },
        connection: (data) => E.map((found: GraphqlData) => found['sweeps'])(findProject(client, path, data)),
        total: ({ project: found }) => (isObject(found) ? found['totalSweeps'] : undefined),
        decode: (node, at) => decode(prepare(node), at),
        phase: 'sweeps',
        pageSize: 100,
      })
      return yield* unwrap(E.mapLeft(explained)(listed))
    })
