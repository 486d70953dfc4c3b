import type { DecodeFailure } from '../wire/DecodeFailure.ts'

/**
 * The values of a metric that is a number in every row that has it.
 *
 * @category Model
 * @since 0.1.0
 */
export interface NumberColumn {
  /** Discriminant: all values are numbers. */
  readonly type: 'number'
  /** One number per row, including NaN and infinities; meaningless if `present` is 0. */
  readonly values: Float64Array
  /** 1 if the row has the metric, otherwise 0. */
  readonly present: Uint8Array
}

/**
 * The values of a metric that is not always a number.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ValueColumn {
  /** Discriminant: values can be anything. */
  readonly type: 'value'
  /** One value per row; `undefined` if the row does not have the metric. */
  readonly values: ReadonlyArray<unknown>
}

/**
 * The values of a metric, one per row.
 *
 * @category Model
 * @since 0.1.0
 */
export type HistoryColumn = NumberColumn | ValueColumn

/**
 * Where the rows of a history came from: the GraphQL API, the Parquet export, both, or neither.
 *
 * @category Model
 * @since 0.1.0
 */
export type HistorySource = 'graphql' | 'parquet' | 'mixed' | 'rows'

/**
 * What a run logged over time, in columns: row `i` of every column belongs to step `steps[i]`.
 *
 * Derived histories share the typed arrays instead of copying them, so never write to them.
 *
 * @category Model
 * @since 0.1.0
 */
export interface History {
  /** The metrics that have a value, in order of first appearance, without `_step`. */
  readonly keys: ReadonlyArray<string>
  /** The number of rows. */
  readonly length: number
  /** The step of each row, strictly ascending. */
  readonly steps: Float64Array
  /** A column for each of `keys`. Metrics in nested objects have dotted names. */
  readonly columns: Readonly<Record<string, HistoryColumn>>
  /** Where the rows came from. */
  readonly source: HistorySource
  /** Whether the server sampled the rows instead of sending all. */
  readonly sampled: boolean
  /** One failure for each row that could not be read; `index` is its position in the input. */
  readonly failures: ReadonlyArray<DecodeFailure>
}
