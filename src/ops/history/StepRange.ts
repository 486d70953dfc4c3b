/**
 * A range of steps.
 *
 * @category Model
 * @since 0.1.0
 */
export interface StepRange {
  /** The first step of the range; from the first row where it is not given. */
  readonly minStep?: number | undefined
  /** The step behind the last of the range; to the last row where it is not given. */
  readonly maxStep?: number | undefined
}
