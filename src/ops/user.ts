import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Ord } from 'fp-ts/lib/Ord.js'
import type { User } from '../types/user/User.ts'
import type { UserAccount } from '../types/user/UserAccount.ts'
import type { StorageId } from '../types/wire/ids.ts'
import { ordBy } from './compareValues.ts'

/**
 * Returns whether the user administers the server.
 *
 * @param user - A user.
 * @returns Whether the user is an admin; `undefined` if the API key cannot see it.
 * @example
 * ```ts
 * import { userIsAdmin } from 'wandb-run-ops/ops'
 *
 * userIsAdmin({ admin: false }) // => false
 * ```
 * @visibility hidden
 * @category User operations
 * @since 0.1.0
 */
export const userIsAdmin = (user: Pick<UserAccount, 'admin'>): boolean | undefined => user.admin

/**
 * Returns the user's email address.
 *
 * @param user - A user.
 * @returns The address; `undefined` if the API key cannot see it.
 * @example
 * ```ts
 * import { userEmail } from 'wandb-run-ops/ops'
 *
 * userEmail({ email: 'ada@example.com' }) // => 'ada@example.com'
 * ```
 * @visibility hidden
 * @category User operations
 * @since 0.1.0
 */
export const userEmail = (user: Pick<UserAccount, 'email'>): string | undefined => user.email

/**
 * Returns the user's default entity, used for paths that name none.
 *
 * @param user - A user.
 * @returns The entity's name; `undefined` if there is none.
 * @example
 * ```ts
 * import { userEntity } from 'wandb-run-ops/ops'
 *
 * userEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category User operations
 * @since 0.1.0
 */
export const userEntity = (user: Pick<UserAccount, 'entity'>): string | undefined => user.entity

/**
 * Two records are the same user if they have the same username. The unknown user, whose username is empty, equals
 * itself.
 *
 * @example
 * ```ts
 * import { eqUser } from 'wandb-run-ops/ops'
 *
 * eqUser.equals({ username: 'ada' }, { username: 'grace' }) // => false
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqUser: Eq<Pick<User, 'username'>> = {
  equals: (first, second) => first.username === second.username,
}

/**
 * Returns the user's storage id.
 *
 * @param user - A user.
 * @returns The id; `undefined` if it was not sent, and for the unknown user.
 * @example
 * ```ts
 * import { userId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * userId({ id: 'VXNlcjox' as StorageId }) // => 'VXNlcjox'
 * ```
 * @visibility hidden
 * @category User operations
 * @since 0.1.0
 */
export const userId = (user: Pick<User, 'id'>): StorageId | undefined => user.id

/**
 * Returns the user's full name.
 *
 * @param user - A user.
 * @returns The name; `undefined` if there is none.
 * @example
 * ```ts
 * import { userName } from 'wandb-run-ops/ops'
 *
 * userName({ name: 'Ada Lovelace' }) // => 'Ada Lovelace'
 * ```
 * @visibility hidden
 * @category User operations
 * @since 0.1.0
 */
export const userName = (user: Pick<User, 'name'>): string | undefined => user.name

const knownUsername = (user: Pick<User, 'username'>): string | undefined =>
  user.username === '' ? undefined : user.username

/**
 * Orders users by username, compared by UTF-16 code units, the unknown user last. For descending order use
 * {@link ordUserByUsernameDescending}: `Ord.reverse` would put the unknown user first.
 *
 * @example
 * ```ts
 * import { ordUserByUsername } from 'wandb-run-ops/ops'
 *
 * ordUserByUsername.compare({ username: 'ada' }, { username: 'grace' }) // => -1
 * ordUserByUsername.compare({ username: '' }, { username: 'grace' }) // => 1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordUserByUsername: Ord<Pick<User, 'username'>> = /* @__PURE__ */ ordBy(knownUsername)

/**
 * Orders users by username in descending order, compared by UTF-16 code units, the unknown user last.
 *
 * @example
 * ```ts
 * import { ordUserByUsernameDescending } from 'wandb-run-ops/ops'
 *
 * ordUserByUsernameDescending.compare({ username: 'ada' }, { username: 'grace' }) // => 1
 * ordUserByUsernameDescending.compare({ username: '' }, { username: 'grace' }) // => 1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordUserByUsernameDescending: Ord<Pick<User, 'username'>> = /* @__PURE__ */ ordBy(knownUsername, 'desc')

/**
 * Returns the names of the user's teams.
 *
 * @param user - A user.
 * @returns The names in the server's order; empty if there are none.
 * @example
 * ```ts
 * import { userTeams } from 'wandb-run-ops/ops'
 *
 * userTeams({ teams: ['team', 'lab'] }) // => ['team', 'lab']
 * ```
 * @visibility hidden
 * @category User operations
 * @since 0.1.0
 */
export const userTeams = (user: Pick<UserAccount, 'teams'>): ReadonlyArray<string> => user.teams

/**
 * Returns the user's username, as in URLs.
 *
 * @param user - A user.
 * @returns The username; empty for the unknown user.
 * @example
 * ```ts
 * import { userUsername } from 'wandb-run-ops/ops'
 *
 * userUsername({ username: 'ada' }) // => 'ada'
 * ```
 * @category User operations
 * @since 0.1.0
 */
export const userUsername = (user: Pick<User, 'username'>): string => user.username
