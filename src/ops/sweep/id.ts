import type { StorageId } from '../../types/StorageId.ts'
import type { Sweep } from '../../types/Sweep.ts'

/**
 * Returns the sweep's short id, as in its URL and in the `sweepName` of its runs.
 *
 * @param sweep - A sweep.
 * @returns The id.
 * @example
 * ```ts
 * import { sweepId } from 'wandb-run-ops/ops'
 *
 * sweepId({ id: 's1w2e3p4' }) // => 's1w2e3p4'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepId = (sweep: Pick<Sweep, 'id'>): string => sweep.id

/**
 * Returns the sweep's storage id.
 *
 * @param sweep - A sweep.
 * @returns The id.
 * @example
 * ```ts
 * import { sweepStorageId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * sweepStorageId({ storageId: 'U3dlZXA6MQ==' as StorageId }) // => 'U3dlZXA6MQ=='
 * ```
 * @visibility hidden
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepStorageId = (sweep: Pick<Sweep, 'storageId'>): StorageId => sweep.storageId
