import type { User } from '../../types/User.ts'

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
