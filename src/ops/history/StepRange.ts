/**
 * A range of steps.
 *
 * @category Model
 * @since 0.1.0
 */
export interface StepRange {
  /** The first step, inclusive; the start of the history when not given. */
  readonly minStep?: number | undefined
  /** The end step, exclusive; the end of the history when not given. */
  readonly maxStep?: number | undefined
}
