import type { RunFields } from '../../types/RunWith.ts'
import type { User } from '../../types/User.ts'

/**
 * Returns the user who created the run.
 *
 * A run whose user is deleted or hidden has the unknown user, whose username is empty.
 *
 * @param run - A run.
 * @returns The user, never `undefined`.
 * @example
 * ```ts
 * import { runUser } from 'wandb-run-ops/ops'
 *
 * runUser({ user: { id: undefined, username: 'ada', name: 'Ada' } }) // => { id: undefined, username: 'ada', name: 'Ada' }
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runUser = (run: Pick<RunFields, 'user'>): User => run.user
