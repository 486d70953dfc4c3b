import type { Eq } from 'fp-ts/lib/Eq.js'
import type { User } from '../../types/User.ts'

/**
 * Two records are the same user when they have the same login name. The unknown user, whose login name is empty, is the
 * same as itself.
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
