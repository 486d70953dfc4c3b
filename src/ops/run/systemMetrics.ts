import type { RunFields } from '../../types/RunWith.ts'
import type { SystemMetrics } from '../../types/SystemMetrics.ts'

/**
 * Returns the last value of each of the run's system metrics by name.
 *
 * Numbers may be `NaN` or infinite.
 *
 * @param run - A run.
 * @returns The metrics; empty when there are none.
 * @example
 * ```ts
 * import { runSystemMetrics } from 'wandb-run-ops/ops'
 *
 * runSystemMetrics({ systemMetrics: { 'system.cpu': 12.5 } }) // => { 'system.cpu': 12.5 }
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runSystemMetrics = (run: Pick<RunFields, 'systemMetrics'>): SystemMetrics => run.systemMetrics
