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
  /** The history. */
  readonly history: History
  /**
   * The requested `keys` that the run did not log. Empty for a run that logged nothing at all.
   */
  readonly missingKeys: ReadonlyArray<string>
}
