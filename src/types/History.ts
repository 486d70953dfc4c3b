import type { DecodeFailure } from './DecodeFailure.ts'

/**
 * The values of one metric that is a number wherever it was logged.
 *
 * @category Model
 * @since 0.1.0
 */
export interface NumberColumn {
  /** Says that all values are numbers. */
  readonly type: 'number'
  /** One number a row, NaN and infinities among them; meaningless where `present` is 0. */
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
 * The values of one metric, one a row.
 *
 * @category Model
 * @since 0.1.0
 */
export type HistoryColumn = NumberColumn | ValueColumn

/**
 * Where the rows of a history came from: the server's GraphQL API, its Parquet export, both, or neither.
 *
 * @category Model
 * @since 0.1.0
 */
export type HistorySource = 'graphql' | 'parquet' | 'mixed' | 'rows'

/**
 * What a run logged over time, by columns: row `i` of every column belongs to step `steps[i]`.
 *
 * The typed arrays are shared, not copied, by whatever makes a part of a history: nobody writes to them.
 *
 * @category Model
 * @since 0.1.0
 */
export interface History {
  /** The metrics that have a value, in the order in which they first appear, without `_step`. */
  readonly keys: ReadonlyArray<string>
  /** The number of rows. */
  readonly length: number
  /** The step of each row, ascending, no step twice. */
  readonly steps: Float64Array
  /** A column for each of `keys`. Metrics of nested objects have dotted names. */
  readonly columns: Readonly<Record<string, HistoryColumn>>
  /** Where the rows came from. */
  readonly source: HistorySource
  /** Whether the server chose some of the rows instead of sending all. */
  readonly sampled: boolean
  /** Why some rows could not be read, one failure a row; `index` counts the rows as they came. */
  readonly failures: ReadonlyArray<DecodeFailure>
}
