import type { RunFields } from '../../types/RunWith.ts'
import type { Sweep } from '../../types/Sweep.ts'

/**
 * Returns the sweep of the run.
 *
 * @param run - A run, loaded with `sweep`.
 * @returns The sweep; `undefined` when the run is not part of one.
 * @example
 * ```ts
 * import { runSweep } from 'wandb-run-ops/ops'
 *
 * runSweep({ sweep: undefined }) // => undefined
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runSweep = (run: Pick<RunFields, 'sweep'>): Sweep | undefined => run.sweep
