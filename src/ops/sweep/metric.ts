import type { Sweep } from '../../types/Sweep.ts'
import { readSweepMetric, type SweepMetric } from '../../types/SweepMetric.ts'

/**
 * Returns the metric that the sweep optimizes.
 *
 * As in W&B, any goal other than `maximize` means `minimize`.
 *
 * @param sweep - A sweep.
 * @returns The `name` of a key in the runs' summary and the `goal`; `undefined` if the config names no metric.
 * @example
 * ```ts
 * import { sweepMetric } from 'wandb-run-ops/ops'
 *
 * sweepMetric({ config: { metric: { name: 'val_loss' } } }) // => { name: 'val_loss', goal: 'minimize' }
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepMetric = (sweep: Pick<Sweep, 'config'>): SweepMetric | undefined => readSweepMetric(sweep.config)
