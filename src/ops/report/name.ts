import type { Report } from '../../types/Report.ts'

/**
 * Returns the report's title.
 *
 * Without a title, W&B's internal name for the report; without either, the id. Titles are not unique.
 *
 * @param report - A report.
 * @returns The title, always a string.
 * @example
 * ```ts
 * import { reportName } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * const id = 'VmlldzoxMjM=' as StorageId
 *
 * reportName({ displayName: 'What we learned', id, name: 'a1b2c3' }) // => 'What we learned'
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportName = (report: Pick<Report, 'displayName' | 'id' | 'name'>): string =>
  report.displayName ?? report.name ?? report.id
