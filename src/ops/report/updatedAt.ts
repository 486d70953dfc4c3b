import type { Report } from '../../types/Report.ts'

/**
 * Returns when the report was last updated.
 *
 * @param report - A report.
 * @returns The time of the last update; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { reportUpdatedAt } from 'wandb-run-ops/ops'
 *
 * reportUpdatedAt({ updatedAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportUpdatedAt = (report: Pick<Report, 'updatedAt'>): Date | undefined => report.updatedAt
