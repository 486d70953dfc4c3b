import type { UserAccount } from '../../types/UserAccount.ts'

/**
 * Tells whether the user administers the server.
 *
 * @param user - An user.
 * @returns Whether it is so; `undefined` where this key may not see it.
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
