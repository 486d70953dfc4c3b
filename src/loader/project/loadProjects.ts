import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { Project } from '../../types/Project.ts'
import type { Client } from '../Client.ts'
import { loadList } from '../internal/paging/loadList.ts'
import { resolveEntity } from '../internal/paths/resolveEntity.ts'
import { withAppUrl } from '../internal/paths/withAppUrl.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { Listed, ListQuery } from '../list.ts'
import { projectsDocument } from './internal/documents.ts'

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
  (query: ProjectsQuery) =>
  (client: Client): TaskEither<LoadError, Listed<Project>> =>
  async () => {
    const entity = await resolveEntity(client, query.entity, query.signal)
    if (E.isLeft(entity)) return entity
    return loadList(client, query, {
      operationName: 'Projects',
      document: projectsDocument,
      variables: { entity: entity.right },
      connection: ({ models }) =>
        models === null || models === undefined
          ? E.left(loadError({ _tag: 'NotFound', what: 'entity', path: client.redact(entity.right) }))
          : E.right(models),
      decode: withAppUrl(client, Project),
      phase: 'projects',
      pageSize: 200,
    })
  }
