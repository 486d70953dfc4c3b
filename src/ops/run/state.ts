import { endedStates } from '../../types/run/fields.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import type { RunState } from '../../types/run/RunState.ts'
import { assertDate } from '../../types/wire/argument.ts'
import { dual } from '../dual.ts'
import { runHeartbeatAt } from './times.ts'

/**
 * Returns the state of the run when it was loaded, such as `running` or `finished`.
 *
 * @param run - A run.
 * @returns The state as the server sent it; `undefined` when it sent none.
 * @example
 * ```ts
 * import { runState } from 'wandb-run-ops/ops'
 *
 * runState({ state: 'crashed' }) // => 'crashed'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runState = (run: Pick<RunFields, 'state'>): RunState | undefined => run.state

/**
 * Returns whether the run ended without an error: its state is `finished`.
 *
 * {@link runHasEnded} also counts runs that failed, crashed or were stopped.
 *
 * @param run - A run.
 * @returns Whether the state is `finished`; `false` when there is no state.
 * @example
 * ```ts
 * import { runIsFinished } from 'wandb-run-ops/ops'
 *
 * runIsFinished({ state: 'finished' }) // => true
 * runIsFinished({ state: 'failed' }) // => false
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runIsFinished = (run: Pick<RunFields, 'state'>): boolean => run.state === 'finished'

/**
 * Returns whether the run has ended, for whatever reason: its state is `finished`, `failed`, `crashed`,
 * `killed` or `preempted`, or `aborted`, which old servers say.
 *
 * Such a run continues only when it is resumed or, if it had crashed, when its machine reports again. Unknown
 * states count as not ended.
 *
 * @param run - A run.
 * @returns Whether the run has ended; `false` when there is no state.
 * @example
 * ```ts
 * import { runHasEnded } from 'wandb-run-ops/ops'
 *
 * runHasEnded({ state: 'killed' }) // => true
 * runHasEnded({ state: 'pending' }) // => false
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runHasEnded = (run: Pick<RunFields, 'state'>): boolean =>
  run.state !== undefined && endedStates.includes(run.state)

type Needed = Pick<RunFields, 'createdAt' | 'heartbeatAt' | 'state'>

const FIVE_MINUTES = 5 * 60 * 1000

const isActive = (run: Needed, now: Date): boolean => {
  assertDate('now of runIsActive', now)
  const mayBeActive = run.state === 'running' || run.state === 'preempting'
  return mayBeActive && Number(runHeartbeatAt(run) ?? Number.NaN) > now.getTime() - FIVE_MINUTES
}

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
