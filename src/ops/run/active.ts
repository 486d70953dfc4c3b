import type { RunFields } from '../../types/RunWith.ts'
import { dual } from '../internal/dual.ts'
import { runHeartbeatAt } from './heartbeatAt.ts'

type Needed = Pick<RunFields, 'createdAt' | 'heartbeatAt' | 'state'>

const FIVE_MINUTES = 5 * 60 * 1000

const isActive = (run: Needed, now: Date): boolean =>
  (run.state === 'running' || run.state === 'preempting') &&
  runHeartbeatAt(run).getTime() > now.getTime() - FIVE_MINUTES

/**
 * Returns whether the run is active: its state is `running` or `preempting`, and its last heartbeat is less than
 * five minutes before `now`.
 *
 * A `pending` run has not started and is not active. A run without a heartbeat counts from its creation. A
 * heartbeat after `now`, from a clock that is ahead, counts as recent.
 *
 * @param run - A run.
 * @param now - The time to compare with; no run is active at an invalid date.
 * @returns Whether the run is active.
 * @example
 * ```ts
 * import { runIsActive } from 'wandb-run-ops/ops'
 *
 * const run = {
 *   state: 'running',
 *   createdAt: new Date('2026-11-21T10:00:00Z'),
 *   heartbeatAt: new Date('2026-11-21T11:00:00Z'),
 * }
 *
 * runIsActive(run, new Date('2026-11-21T11:04:00Z')) // => true
 * runIsActive(new Date('2026-11-21T11:05:00Z'))(run) // => false
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runIsActive: {
  (run: Pick<RunFields, 'createdAt' | 'heartbeatAt' | 'state'>, now: Date): boolean
  (now: Date): (run: Pick<RunFields, 'createdAt' | 'heartbeatAt' | 'state'>) => boolean
} = /* @__PURE__ */ dual(isActive)
