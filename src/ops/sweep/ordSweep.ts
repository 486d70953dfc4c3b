import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Sweep } from '../../types/Sweep.ts'
import { ordBy } from '../internal/ordBy.ts'

/**
 * Orders sweeps by creation time, oldest first.
 *
 * @example
 * ```ts
 * import { ordSweepByCreatedAt } from 'wandb-run-ops/ops'
 *
 * const first = { createdAt: new Date('2026-11-21T10:00:00Z') }
 * const second = { createdAt: new Date('2026-11-21T11:00:00Z') }
 *
 * ordSweepByCreatedAt.compare(first, second) // => -1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordSweepByCreatedAt: Ord<Pick<Sweep, 'createdAt'>> = /* @__PURE__ */ ordBy(
  (sweep: Pick<Sweep, 'createdAt'>) => sweep.createdAt,
)
