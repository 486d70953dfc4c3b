import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { ProjectOverview } from '../../types/ProjectOverview.ts'
import type { Client } from '../Client.ts'
import { loadOne } from '../internal/paging/loadOne.ts'
import { resolveProject } from '../internal/paths/resolve.ts'
import type { LoadError } from '../LoadError.ts'
import { projectDocument } from './internal/documents.ts'
import type { ProjectQuery } from './ProjectQuery.ts'

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
  (query: string | ProjectQuery) =>
  (client: Client): TaskEither<LoadError, ProjectOverview> =>
  async () => {
    const { project: wanted, signal }: ProjectQuery = typeof query === 'string' ? { project: query } : query
    const path = await resolveProject(client, wanted, signal)
    if (E.isLeft(path)) return path
    const { entity, project } = path.right
    const one = {
      operationName: 'Project',
      document: projectDocument,
      variables: { entity, project },
      node: (data: Readonly<Record<string, unknown>>) => data['project'],
      codec: ProjectOverview,
      what: 'project' as const,
      path: `${entity}/${project}`,
    }
    return loadOne(client, one, signal)
  }
