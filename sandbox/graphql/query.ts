import { type PageArguments, paginate } from '../query/paginate.ts'
import { listOf } from '../store/list.ts'
import { artifactById } from './artifact.ts'
import { collectionById } from './collection.ts'
import type { Context, Resolvers } from './context.ts'
import { nodeId } from './ids.ts'
import { findEntity, projectsOf } from './people.ts'
import { reportId } from './report.ts'

/** The feature flags that the official client checks before it uses newer fields. Absent means off. */
const FEATURES = ['ARTIFACT_COLLECTIONS_FILTERING_SORTING', 'TOTAL_COUNT_IN_FILE_CONNECTION', 'SWEEPS_QUERY_FILTERING']

interface ByPath {
  readonly entityName?: string | null
  readonly name?: string | null
}

const findProject = (_: unknown, { entityName, name }: ByPath, { store, viewer }: Context) => {
  const entity = entityName || viewer?.username
  return entity === undefined || name == null ? null : store.project(entity, name)
}

const listProjects = (
  _: unknown,
  args: PageArguments & { readonly entityName?: string | null },
  { store, maxPageSize }: Context,
) => paginate(listOf(projectsOf(store, args.entityName)), args, maxPageSize)

interface UsersArguments extends PageArguments {
  readonly query?: string | null
  readonly usernames?: readonly string[] | null
}

export const queryResolvers: Resolvers<unknown> = {
  artifact: (_, { id }: { id: string }, { store }) => artifactById(store, id),
  artifactCollection: (_, { id }: { id: string }, { store }) => collectionById(store, id),
  entity: (_, { name }: { name?: string | null }, { store, viewer }) => findEntity(store, name ?? viewer?.username),
  model: findProject,
  models: listProjects,
  organization: () => null,
  project: findProject,
  projects: listProjects,
  serverInfo: () => ({
    // Clients of 2025 do not start without them.
    cliVersionInfo: { min_cli_version: '0.9.0', max_cli_version: '0.31.0' },
    features: FEATURES.map((name) => ({ name, isEnabled: true })),
    frontendHost: '',
  }),
  user: (_, { id, userName }: { id?: string | null; userName?: string | null }, { store }) =>
    store.users.find((user) => user.username === userName || nodeId('User', user.username) === id),
  users: (_, { query, usernames, ...args }: UsersArguments, { store, maxPageSize }) =>
    paginate(
      listOf(
        store.users.filter(
          (user) =>
            (query == null || user.username === query || user.email === query) &&
            (usernames == null || usernames.includes(user.username)),
        ),
      ),
      args,
      maxPageSize,
    ),
  view: (_, { id, type }: { id: string; type?: string | null }, { store }) =>
    store.projects
      .flatMap((project) => project.reports)
      .find((view) => reportId(view) === id && (type == null || view.type === type)),
  viewer: (_, _args: never, { viewer }) => viewer,
}
