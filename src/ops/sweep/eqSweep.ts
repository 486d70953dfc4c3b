import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Sweep } from '../../types/Sweep.ts'

/**
 * Two records are the same sweep if they have the same storage id.
 *
 * @example
 * ```ts
 * import { eqSweep } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * eqSweep.equals({ storageId: 'U3dlZXA6MQ==' as StorageId }, { storageId: 'U3dlZXA6Mg==' as StorageId }) // => false
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqSweep: Eq<Pick<Sweep, 'storageId'>> = {
  equals: (first, second) => first.storageId === second.storageId,
}
