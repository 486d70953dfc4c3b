import type { Eq } from 'fp-ts/lib/Eq.js'
import type { User } from '../../types/User.ts'

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
