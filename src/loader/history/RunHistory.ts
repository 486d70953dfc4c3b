import type { History } from '../../types/History.ts'
import type { RunLight } from '../../types/RunLight.ts'

/**
 * A run and its history.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface RunHistory {
  /** The run, with its light fields. */
  readonly run: RunLight
  /** What it logged. */
  readonly history: History
  /**
   * Which of the `keys` that were asked for the run has not logged, though it logged something. None for a run that
   * logged nothing at all.
   */
  readonly missingKeys: ReadonlyArray<string>
}
