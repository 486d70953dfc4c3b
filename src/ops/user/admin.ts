import type { UserAccount } from '../../types/UserAccount.ts'

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
