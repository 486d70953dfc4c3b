import type { UserAccount } from '../../types/UserAccount.ts'

/**
 * Gives the mail address of the user.
 *
 * @param user - An user.
 * @returns The address; `undefined` where this key may not see it.
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
