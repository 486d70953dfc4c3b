import type { Sweep } from '../../types/Sweep.ts'

/**
 * Returns when the sweep was last updated.
 *
 * @param sweep - A sweep.
 * @returns The time of the last update; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { sweepUpdatedAt } from 'wandb-run-ops/ops'
 *
 * sweepUpdatedAt({ updatedAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepUpdatedAt = (sweep: Pick<Sweep, 'updatedAt'>): Date | undefined => sweep.updatedAt
