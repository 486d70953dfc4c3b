import type { RunFields } from '../../types/RunWith.ts'

/**
 * Returns the short id of the run's sweep.
 *
 * @param run - A run.
 * @returns The sweep's id, as in its URL; `undefined` when the run is not part of a sweep.
 * @example
 * ```ts
 * import { runSweepName } from 'wandb-run-ops/ops'
 *
 * runSweepName({ sweepName: 's1w2e3p4' }) // => 's1w2e3p4'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runSweepName = (run: Pick<RunFields, 'sweepName'>): string | undefined => run.sweepName
