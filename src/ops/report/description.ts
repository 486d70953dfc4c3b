import type { Report } from '../../types/Report.ts'

/**
 * Returns the report's description, shown below its title.
 *
 * @param report - A report.
 * @returns The description; `undefined` if there is none.
 * @example
 * ```ts
 * import { reportDescription } from 'wandb-run-ops/ops'
 *
 * reportDescription({ description: 'what the last runs show' }) // => 'what the last runs show'
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportDescription = (report: Pick<Report, 'description'>): string | undefined => report.description
