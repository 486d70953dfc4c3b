import type { Client } from '../../client/Client.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import type { EntityReference } from '../../loader/request/references.ts'
import { type EntityQuery, entityShape, loadEntity, loadTeam } from '../../loader/user/loadEntity.ts'
import {
  loadUser,
  loadUsers,
  loadViewer,
  type UserQuery,
  type UsersQuery,
  userShape,
  usersShape,
  type ViewerQuery,
  viewerShape,
} from '../../loader/user/loadUsers.ts'
import type { Entity } from '../../types/user/Entity.ts'
import type { Team } from '../../types/user/Team.ts'
import type { UserAccount } from '../../types/user/UserAccount.ts'
import type { LoopOptions, WandbList } from '../adapter/lazyList.ts'
import { loadedList } from '../adapter/listPages.ts'
import { looped, type Options, readQuery } from '../adapter/readQuery.ts'
import { settle } from '../adapter/WandbError.ts'

/**
 * The loads of users and teams.
 *
 * @category Door
 * @since 0.2.0
 */
export interface PeopleLoads {
  /** Loads the account that the API key belongs to. */
  viewer(options?: ViewerQuery): Promise<UserAccount>

  /** Loads the account of a username. */
  user(username: string | UserQuery, options?: Options<UserQuery, 'username'>): Promise<UserAccount>

  /** The accounts with a username or an email address. */
  users(
    query: string | (UsersQuery & LoopOptions),
    options?: Options<UsersQuery, 'query'> & LoopOptions,
  ): WandbList<Listed<UserAccount>, UserAccount>

  /** Loads a user or a team as the owner of projects; by default, the client's entity. */
  entity(entity?: EntityReference | EntityQuery, options?: Options<EntityQuery, 'entity'>): Promise<Entity>

  /** Loads a team with its members and settings; by default, the client's entity. */
  team(entity?: EntityReference | EntityQuery, options?: Options<EntityQuery, 'entity'>): Promise<Team>
}

/** Makes the loads of users and teams. */
export const peopleLoads = (client: Client): PeopleLoads => ({
  viewer: async (options) => settle(loadViewer(readQuery(viewerShape, undefined, options))(client)),
  user: async (username, options) => settle(loadUser(readQuery(userShape, username, options))(client)),
  users: (query, options) =>
    loadedList(client, loadUsers, () => readQuery(looped(usersShape), query, options), { what: 'users' }),
  entity: async (entity, options) => settle(loadEntity(readQuery(entityShape, entity, options))(client)),
  team: async (entity, options) => settle(loadTeam(readQuery(entityShape, entity, options))(client)),
})
