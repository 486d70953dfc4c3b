import type { Report } from '../../types/Report.ts'

/**
 * Returns the report's spec: the whole report as W&B's web app stores it.
 *
 * @param report - A report.
 * @returns The spec; empty if there is none.
 * @example
 * ```ts
 * import { reportSpec } from 'wandb-run-ops/ops'
 *
 * reportSpec({ spec: { version: 5, blocks: [] } }) // => { version: 5, blocks: [] }
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportSpec = (report: Pick<Report, 'spec'>): Readonly<Record<string, unknown>> => report.spec
