import type { Sweep } from '../../types/Sweep.ts'

/**
 * Returns the number of runs in the sweep.
 *
 * @param sweep - A sweep.
 * @returns The number; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { sweepRunCount } from 'wandb-run-ops/ops'
 *
 * sweepRunCount({ runCount: 32 }) // => 32
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepRunCount = (sweep: Pick<Sweep, 'runCount'>): number | undefined => sweep.runCount

/**
 * Returns the number of runs that the sweep will have when finished.
 *
 * @param sweep - A sweep.
 * @returns The number; `undefined` if the sweep is unbounded or the server does not report it.
 * @example
 * ```ts
 * import { sweepExpectedRunCount } from 'wandb-run-ops/ops'
 *
 * sweepExpectedRunCount({ expectedRunCount: 64 }) // => 64
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepExpectedRunCount = (sweep: Pick<Sweep, 'expectedRunCount'>): number | undefined =>
  sweep.expectedRunCount
