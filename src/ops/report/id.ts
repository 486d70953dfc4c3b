import type { Report } from '../../types/Report.ts'
import type { StorageId } from '../../types/StorageId.ts'

/**
 * Returns the report's storage id.
 *
 * @param report - A report.
 * @returns The id, unique on its server.
 * @example
 * ```ts
 * import { reportId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * reportId({ id: 'VmlldzoxMjM=' as StorageId }) // => 'VmlldzoxMjM='
 * ```
 * @visibility hidden
 * @category Report operations
 * @since 0.1.0
 */
export const reportId = (report: Pick<Report, 'id'>): StorageId => report.id
