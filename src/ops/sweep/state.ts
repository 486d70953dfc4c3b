import type { Sweep } from '../../types/Sweep.ts'
import type { SweepState } from '../../types/SweepState.ts'

/**
 * Returns the sweep's state, in capitals: `PENDING`, `RUNNING`, `PAUSED`, `CANCELED`, `FINISHED`.
 *
 * @param sweep - A sweep.
 * @returns The state, as the server sent it.
 * @example
 * ```ts
 * import { sweepState } from 'wandb-run-ops/ops'
 *
 * sweepState({ state: 'RUNNING' }) // => 'RUNNING'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepState = (sweep: Pick<Sweep, 'state'>): SweepState => sweep.state
