import type { RunFields } from '../../types/RunWith.ts'
import type { Sweep } from '../../types/Sweep.ts'

/**
 * Gives the sweep that the run belongs to.
 *
 * @param run - A run, loaded with `sweep`.
 * @returns The sweep; `undefined` where the run belongs to none.
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
