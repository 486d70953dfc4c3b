import type { RunState } from '../../types/RunState.ts'
import type { RunFields } from '../../types/RunWith.ts'

/**
 * Gives the state of the run, such as `running` or `finished`, when it was loaded.
 *
 * @param run - A run.
 * @returns The state as the server sent it; `undefined` where it sent none.
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
 * Tells whether the run came to its end without an error: its state is `finished`.
 *
 * {@link runHasEnded} also counts runs that failed, crashed or were stopped.
 *
 * @param run - A run.
 * @returns Whether the state is `finished`; `false` where there is no state.
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
 * Tells whether the run does nothing more, however it ended: its state is `finished`, `failed`, `crashed`, `killed` or
 * `preempted`.
 *
 * Such a run goes on only when somebody resumes it, or, when it had crashed, when its machine is heard of again. States
 * that are not known count as not ended.
 *
 * @param run - A run.
 * @returns Whether the run has ended; `false` where there is no state.
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
export const runHasEnded = (run: Pick<RunFields, 'state'>): boolean => {
  switch (run.state) {
    case 'finished':
    case 'failed':
    case 'crashed':
    case 'killed':
    case 'preempted':
      return true
    default:
      return false
  }
}
