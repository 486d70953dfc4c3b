import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { findProject } from '../../client/graphql/inProject.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { unwrap } from '../../client/task.ts'
import { ProjectField } from '../../types/project/counts.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { resolveProject } from '../paths/resolve.ts'
import { byEntityAndName, type ProjectReference } from '../request/references.ts'
import { projectFieldsDocument } from './documents.ts'

/**
 * The options of {@link loadProjectFields}.
 *
 * @category Projects
 * @since 0.1.0
 */
export interface ProjectFieldsQuery extends ListQuery {
  /** `entity/project`, `project` of the client's entity, or the project's URL; the client's project by default. */
  readonly project?: string | undefined
}

export const projectFieldsShape: QueryShape<ProjectFieldsQuery> = {
  subject: 'project',
  options: { project: true, ...listOptions },
  reference: byEntityAndName,
}

/**
 * Loads the keys in the configs and summaries of a project's runs, and their types, without loading any run.
 *
 * @param query - The project, and the paging options.
 * @returns A function from a client to the keys.
 * @example
 * ```ts no-run
 * import { loadProjectFields, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadProjectFields({ project: 'team/vision' })(client))
 *
 * console.log(items.filter(({ type }) => type === 'number').map(({ path }) => path))
 * ```
 * @category Projects
 * @since 0.1.0
 */
export const loadProjectFields =
  (query: ProjectReference | ProjectFieldsQuery = {}) =>
  (client: Client): TaskEither<LoadError, Listed<ProjectField>> =>
    queryTask(client, projectFieldsShape, query, async function* (query: ProjectFieldsQuery) {
      const path = yield* unwrap(resolveProject(client, query.project, query.signal))
      return yield* unwrap(
        loadList(client, query, {
          document: projectFieldsDocument,
          variables: { ...path },
          connection: (data) => E.map(({ fields }: GraphqlData) => fields)(findProject(client, path, data)),
          decode: decodeNode(ProjectField),
          // A key may have values of several types.
          identity: (node) => (isObject(node) ? JSON.stringify([node['path'], node['type']]) : undefined),
          phase: 'projectFields',
          pageSize: 1000,
        }),
      )
    })
