import type { Sweep } from '../../types/Sweep.ts'

/**
 * Gives how many runs the sweep has.
 *
 * @param sweep - A sweep.
 * @returns The number; `undefined` where the server does not tell.
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
 * Gives how many runs the sweep will have when it is through.
 *
 * @param sweep - A sweep.
 * @returns The number; `undefined` where there is no end, or the server does not tell.
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
