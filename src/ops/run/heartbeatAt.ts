import type { RunFields } from '../../types/RunWith.ts'

/**
 * Returns the time of the run's last heartbeat.
 *
 * For a running run this is the last heartbeat before it was loaded; for one that has ended, roughly when it ended.
 *
 * @param run - A run.
 * @returns The time of the last heartbeat, or of creation for a run without one.
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
