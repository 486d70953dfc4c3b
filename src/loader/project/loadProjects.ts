import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { notFound } from '../../client/errors.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import { decodeWithAppUrl, loadRecord } from '../../client/graphql/loadRecord.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { unwrap } from '../../client/task.ts'
import { Project } from '../../types/project/Project.ts'
import { ProjectOverview } from '../../types/project/ProjectOverview.ts'
import { resolveEntity, resolveProject } from '../paths/resolve.ts'
import { byName, type EntityReference, type ProjectReference } from '../request/references.ts'
import { type ProjectQuery, projectDocument, projectShape, projectsDocument } from './documents.ts'

/**
 * Loads one project with the numbers of its runs and sweeps and the tags of its runs, in one request.
 *
 * A project that does not exist, or that the API key has no access to, is `NotFound`.
 *
 * @param query - The project's path, or a query.
 * @returns A function from a client to the project.
 * @example
 * ```ts no-run
 * import { loadProject, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { projectRunCount, projectTags } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const project = await orThrow(loadProject('team/vision')(client))
 *
 * console.log(projectRunCount(project), projectTags(project))
 * ```
 * @category Projects
 * @since 0.1.0
 */
export const loadProject =
  (query: ProjectReference | ProjectQuery = {}) =>
  (client: Client): TaskEither<LoadError, ProjectOverview> =>
    queryTask(client, projectShape, query, async function* ({ project: wanted, signal }: ProjectQuery) {
      const { entity, project } = yield* unwrap(resolveProject(client, wanted, signal))
      const one = {
        document: projectDocument,
        variables: { entity, project },
        node: (data: GraphqlData) => data['project'],
        codec: ProjectOverview,
        what: 'project' as const,
        path: `${entity}/${project}`,
      }
      return yield* unwrap(loadRecord(client, one, signal))
    })

/**
 * The options of {@link loadProjects}.
 *
 * @category Projects
 * @since 0.1.0
 */
export interface ProjectsQuery extends ListQuery {
  /** The user or team that owns them; by default the client's entity, or else the API key's own. */
  readonly entity?: string | undefined
}

export const projectsShape: QueryShape<ProjectsQuery> = {
  subject: 'entity',
  options: { entity: true, ...listOptions },
  reference: byName,
}

/**
 * Loads the projects of an entity that the API key has access to, 200 per request.
 *
 * The server does not report their number, so `totalCount` is `undefined`.
 *
 * @param query - The entity, and the paging options.
 * @returns A function from a client to the projects.
 * @example
 * ```ts no-run
 * import { loadProjects, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { projectName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadProjects({ entity: 'team' })(client))
 *
 * console.log(items.map(projectName))
 * ```
 * @category Projects
 * @since 0.1.0
 */
export const loadProjects =
  (query: EntityReference | ProjectsQuery = {}) =>
  (client: Client): TaskEither<LoadError, Listed<Project>> =>
    queryTask(client, projectsShape, query, async function* (query: ProjectsQuery) {
      const entity = yield* unwrap(resolveEntity(client, query.entity, query.signal))
      return yield* unwrap(
        loadList(client, query, {
          document: projectsDocument,
          variables: { entity },
          connection: ({ models }) => E.fromNullable(notFound(client, 'entity', entity))(models),
          decode: decodeWithAppUrl(client, Project),
          phase: 'projects',
          pageSize: 200,
        }),
      )
    })
