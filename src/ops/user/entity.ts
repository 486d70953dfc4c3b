import type { UserAccount } from '../../types/UserAccount.ts'

/**
 * Gives the entity that the user's paths belong to where they name none.
 *
 * @param user - An user.
 * @returns The entity's name; `undefined` where there is none.
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
