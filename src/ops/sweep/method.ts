import type { Sweep } from '../../types/Sweep.ts'

/**
 * Gives how the sweep picks values: `grid`, `random`, `bayes`, …
 *
 * @param sweep - A sweep.
 * @returns The method; `undefined` where the server does not tell.
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
