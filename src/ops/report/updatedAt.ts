import type { Report } from '../../types/Report.ts'

/**
 * Gives when the report last changed.
 *
 * @param report - A report.
 * @returns The moment of the last change; `undefined` where the server does not tell.
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
