import type { UserAccount } from '../../types/UserAccount.ts'

/**
 * Returns the user's default entity, used for paths that name none.
 *
 * @param user - A user.
 * @returns The entity's name; `undefined` if there is none.
 * @example
 * ```ts
 * import { userEntity } from 'wandb-run-ops/ops'
 *
 * userEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category User operations
 * @since 0.1.0
 */
export const userEntity = (user: Pick<UserAccount, 'entity'>): string | undefined => user.entity
