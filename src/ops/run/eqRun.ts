import type { Eq } from 'fp-ts/lib/Eq.js'
import type { RunFields } from '../../types/RunWith.ts'

/**
 * Two records are the same run when they have the same storage id, whichever fields were loaded and whenever.
 *
 * @example
 * ```ts
 * import { eqRun } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * eqRun.equals({ storageId: 'UnVuOjE=' as StorageId }, { storageId: 'UnVuOjI=' as StorageId }) // => false
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqRun: Eq<Pick<RunFields, 'storageId'>> = {
  equals: (first, second) => first.storageId === second.storageId,
}
