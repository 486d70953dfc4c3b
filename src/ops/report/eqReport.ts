import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Report } from '../../types/Report.ts'

/**
 * Two records are the same report if they have the same id.
 *
 * @example
 * ```ts
 * import { eqReport } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * const id = 'VmlldzoxMjM=' as StorageId
 *
 * eqReport.equals({ id }, { id }) // => true
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqReport: Eq<Pick<Report, 'id'>> = {
  equals: (first, second) => first.id === second.id,
}
