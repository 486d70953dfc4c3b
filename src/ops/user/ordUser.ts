import type { Ord } from 'fp-ts/lib/Ord.js'
import type { User } from '../../types/User.ts'
import { ordBy } from '../internal/ordBy.ts'

const loginName = (user: Pick<User, 'username'>): string | undefined =>
  user.username === '' ? undefined : user.username

/**
 * Orders users by login name, by UTF-16 code units, the unknown user last. {@link ordUserByUsernameDescending} is the
 * other way round, for `Ord.reverse` would put the unknown user first.
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
export const ordUserByUsername: Ord<Pick<User, 'username'>> = /* @__PURE__ */ ordBy(loginName)

/**
 * Orders users by login name, backwards, by UTF-16 code units, the unknown user last.
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
export const ordUserByUsernameDescending: Ord<Pick<User, 'username'>> = /* @__PURE__ */ ordBy(loginName, 'desc')
