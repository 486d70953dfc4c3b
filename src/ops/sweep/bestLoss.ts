import type { Sweep } from '../../types/Sweep.ts'

/**
 * Returns the best value of the sweep's metric so far, as recorded by the server.
 *
 * @param sweep - A sweep.
 * @returns The value; `undefined` if the server has none.
 * @example
 * ```ts
 * import { sweepBestLoss } from 'wandb-run-ops/ops'
 *
 * sweepBestLoss({ bestLoss: 0.25 }) // => 0.25
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepBestLoss = (sweep: Pick<Sweep, 'bestLoss'>): number | undefined => sweep.bestLoss
