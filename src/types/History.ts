/**
 * The values of one metric that is a number wherever it was logged.
 *
 * @category Model
 * @since 0.1.0
 */
export interface NumberColumn {
  /** Says that all values are numbers. */
  readonly type: 'number'
  /** One number a row; meaningless where `present` is 0. */
  readonly values: Float64Array
  /** 1 where the row has the metric, 0 where it has not. */
  readonly present: Uint8Array
}

/**
 * The values of one metric that is not always a number.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ValueColumn {
  /** Says that values can be anything. */
  readonly type: 'value'
  /** One value a row; `undefined` where the row has not the metric. */
  readonly values: ReadonlyArray<unknown>
}

/**
 * What a run logged over time, by columns: row `i` of every column belongs to step `steps[i]`.
 *
 * @category Model
 * @since 0.1.0
 */
export interface History {
  /** The metrics, in the order in which they first appear. */
  readonly keys: ReadonlyArray<string>
  /** The number of rows. */
  readonly length: number
  /** The step of each row, ascending, no step twice. */
  readonly steps: Float64Array
  /** A column for each of `keys`. */
  readonly columns: Readonly<Record<string, NumberColumn | ValueColumn>>
  /** Whether the server chose some of the rows instead of sending all. */
  readonly sampled: boolean
}
