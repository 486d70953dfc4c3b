import type { UserAccount } from '../../types/UserAccount.ts'

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
