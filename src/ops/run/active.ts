import type { RunFields } from '../../types/RunWith.ts'
import { dual } from '../internal/dual.ts'
import { runHeartbeatAt } from './heartbeatAt.ts'

type Needed = Pick<RunFields, 'createdAt' | 'heartbeatAt' | 'state'>

const FIVE_MINUTES = 5 * 60 * 1000

const isAlive = (run: Needed, now: Date): boolean =>
  (run.state === 'running' || run.state === 'preempting') &&
  runHeartbeatAt(run).getTime() > now.getTime() - FIVE_MINUTES

/**
 * Tells whether the run is at work: its state is `running` or `preempting`, and it was heard of less than five minutes
 * before `now`.
 *
 * A `pending` run has not begun and is not active. A run that has sent no heartbeat counts from its creation. A
 * heartbeat after `now`, from a clock that is ahead, counts.
 *
 * @param run - A run.
 * @param now - The moment to judge from; nothing is active at an invalid date.
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
} = /* @__PURE__ */ dual(isAlive)
