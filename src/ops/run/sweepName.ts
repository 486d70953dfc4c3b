import type { RunFields } from '../../types/RunWith.ts'

/**
 * Gives the short id of the sweep that the run belongs to.
 *
 * @param run - A run.
 * @returns The sweep's id, as in its URL; `undefined` for a run of no sweep.
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
