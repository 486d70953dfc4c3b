import type { StorageId } from '../../types/StorageId.ts'
import type { User } from '../../types/User.ts'

/**
 * Returns the user's storage id.
 *
 * @param user - A user.
 * @returns The id; `undefined` if it was not sent, and for the unknown user.
 * @example
 * ```ts
 * import { userId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * userId({ id: 'VXNlcjox' as StorageId }) // => 'VXNlcjox'
 * ```
 * @visibility hidden
 * @category User operations
 * @since 0.1.0
 */
export const userId = (user: Pick<User, 'id'>): StorageId | undefined => user.id
