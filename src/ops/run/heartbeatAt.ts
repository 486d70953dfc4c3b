import type { RunFields } from '../../types/RunWith.ts'

/**
 * Gives when the run last sent a sign of life.
 *
 * For a run that goes on, the last heartbeat before it was loaded; for one that has ended, about when it did.
 *
 * @param run - A run.
 * @returns The moment of the last heartbeat; of creation, for a run that has sent none.
 * @example
 * ```ts
 * import { runHeartbeatAt } from 'wandb-run-ops/ops'
 *
 * const createdAt = new Date('2026-11-21T10:00:00Z')
 *
 * runHeartbeatAt({ createdAt, heartbeatAt: new Date('2026-11-21T11:00:00Z') }) // => new Date('2026-11-21T11:00:00Z')
 * runHeartbeatAt({ createdAt, heartbeatAt: undefined }) // => createdAt
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runHeartbeatAt = (run: Pick<RunFields, 'createdAt' | 'heartbeatAt'>): Date =>
  run.heartbeatAt ?? run.createdAt
