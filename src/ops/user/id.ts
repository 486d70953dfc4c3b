import type { StorageId } from '../../types/StorageId.ts'
import type { User } from '../../types/User.ts'

/**
 * Gives the server's own id of the user.
 *
 * @param user - A user.
 * @returns The id; `undefined` where it was not sent, and for the unknown user.
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
