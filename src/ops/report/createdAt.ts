import type { Report } from '../../types/Report.ts'

/**
 * Returns when the report was created.
 *
 * @param report - A report.
 * @returns The creation time.
 * @example
 * ```ts
 * import { reportCreatedAt } from 'wandb-run-ops/ops'
 *
 * reportCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportCreatedAt = (report: Pick<Report, 'createdAt'>): Date => report.createdAt
