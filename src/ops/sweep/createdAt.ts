import type { Sweep } from '../../types/Sweep.ts'

/**
 * Returns when the sweep was created.
 *
 * @param sweep - A sweep.
 * @returns The creation time.
 * @example
 * ```ts
 * import { sweepCreatedAt } from 'wandb-run-ops/ops'
 *
 * sweepCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepCreatedAt = (sweep: Pick<Sweep, 'createdAt'>): Date => sweep.createdAt
