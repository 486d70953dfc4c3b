import { type PageArguments, paginate } from '../query/paginate.ts'
import { listOf } from '../store/list.ts'
import type { Project } from '../store/project.ts'
import type { UserRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'
import type { Context, Resolvers } from './context.ts'
import { nodeId } from './ids.ts'

export interface EntityNode {
  readonly name: string
}

export interface OrganizationNode {
  readonly name: string
}

const EPOCH = '2020-01-01T00:00:00'

/** The user of a record whose username the store does not know. */
export const placeholderUser = (username: string) => ({ username, name: username, email: '' })

export const projectsOf = (store: Store, entity: string | null | undefined): Project[] =>
  store.projects.filter((project) => entity == null || project.facts.entity === entity)

/** The entity of paths without one: that of the first project if the user has none, so that a new sandbox just works. */
const defaultEntity = (user: UserRecord, store: Store): string =>
  store.projects.some((project) => project.facts.entity === user.username)
    ? user.username
    : (store.projects[0]?.facts.entity ?? user.username)

const entitiesOf = (store: Store): EntityNode[] =>
  [...new Set(store.projects.map((project) => project.facts.entity))].map((name) => ({ name }))

const isTeam = (entity: EntityNode, store: Store): boolean => store.user(entity.name) === undefined

export const findEntity = (store: Store, name: string | null | undefined): EntityNode | null =>
  name != null && (store.user(name) !== undefined || entitiesOf(store).some((entity) => entity.name === name))
    ? { name }
    : null

const pageOfProjects = (entity: string | null | undefined, args: PageArguments, { store, maxPageSize }: Context) =>
  paginate(listOf(projectsOf(store, entity)), args, maxPageSize)

export const userResolvers: Resolvers<UserRecord> = {
  accountType: () => 'USER',
  admin: () => false,
  apiKeys: (_user, args: PageArguments, { maxPageSize }) => paginate(listOf([]), args, maxPageSize),
  createdAt: () => EPOCH,
  defaultEntity: (user, _: never, { store }) => ({ name: defaultEntity(user, store) }),
  deletedAt: () => null,
  entity: (user, _: never, { store }) => defaultEntity(user, store),
  flags: () => '{}',
  id: (user) => nodeId('User', user.username),
  organizations: () => [],
  photoUrl: () => null,
  projects: (user, args: PageArguments, context) => pageOfProjects(user.username, args, context),
  teams: (_user, args: PageArguments, { store, maxPageSize }) =>
    paginate(listOf(entitiesOf(store).filter((entity) => isTeam(entity, store))), args, maxPageSize),
}

export const entityResolvers: Resolvers<EntityNode> = {
  available: () => false,
  codeSavingEnabled: () => false,
  createdAt: () => EPOCH,
  defaultAccess: () => 'PRIVATE',
  entityType: (entity, _: never, { store }) => (isTeam(entity, store) ? 'TEAM' : 'USER'),
  id: (entity) => nodeId('Entity', entity.name),
  isPaid: () => false,
  isTeam: (entity, _: never, { store }) => isTeam(entity, store),
  memberCount: (entity, _: never, { store }) => (isTeam(entity, store) ? store.users.length : 1),
  members: (entity, _: never, { store }) =>
    isTeam(entity, store)
      ? store.users.map((user) => ({ ...user, id: nodeId('User', user.username), accountType: 'USER', pending: false }))
      : [],
  organization: () => null,
  photoUrl: () => null,
  privateOnly: () => false,
  project: (entity, { name }: { name: string }, { store }) => store.project(entity.name, name),
  projects: (entity, args: PageArguments, context) => pageOfProjects(entity.name, args, context),
  readOnly: () => false,
  readOnlyAdmin: () => false,
  storageBytes: () => 0,
  user: (entity, _: never, { store }) => store.user(entity.name),
}
