import type { User } from '../../types/User.ts'

/**
 * Returns the user's full name.
 *
 * @param user - A user.
 * @returns The name; `undefined` if there is none.
 * @example
 * ```ts
 * import { userName } from 'wandb-run-ops/ops'
 *
 * userName({ name: 'Ada Lovelace' }) // => 'Ada Lovelace'
 * ```
 * @visibility hidden
 * @category User operations
 * @since 0.1.0
 */
export const userName = (user: Pick<User, 'name'>): string | undefined => user.name
