import type { RunState } from '../../types/RunState.ts'
import type { RunFields } from '../../types/RunWith.ts'

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
 * Returns whether the run has ended, for whatever reason: its state is `finished`, `failed`, `crashed`, `killed` or
 * `preempted`.
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
