import type { Sweep } from '../../types/Sweep.ts'

/**
 * Returns the sweep's search method: `grid`, `random`, `bayes`, …
 *
 * @param sweep - A sweep.
 * @returns The method; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { sweepMethod } from 'wandb-run-ops/ops'
 *
 * sweepMethod({ method: 'grid' }) // => 'grid'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepMethod = (sweep: Pick<Sweep, 'method'>): string | undefined => sweep.method
