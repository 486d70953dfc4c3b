import type { Ord } from 'fp-ts/lib/Ord.js'
import type { User } from '../../types/User.ts'
import { ordBy } from '../internal/ordBy.ts'

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
