import type { Sweep } from '../../types/Sweep.ts'

/**
 * Returns the sweep's description.
 *
 * @param sweep - A sweep.
 * @returns The description; `undefined` if there is none.
 * @example
 * ```ts
 * import { sweepDescription } from 'wandb-run-ops/ops'
 *
 * sweepDescription({ description: 'a grid over two keys' }) // => 'a grid over two keys'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepDescription = (sweep: Pick<Sweep, 'description'>): string | undefined => sweep.description
