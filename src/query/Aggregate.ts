import type { Column } from './Column.ts'

/**
 * An aggregate over runs, as plain JSON data.
 *
 * - `Count` is the number of runs, or, with a column, of those that have a value in it.
 * - `Sum`, `Mean`, `Median`, `Quantile`, `Variance`, `Stddev`, `Min` and `Max` aggregate the column's numbers.
 * - `First` and `Last` are the column's value in the first and the last run that has one.
 * - `ArgMin` and `ArgMax` are the value of `of` in the run with the smallest or largest `column`.
 *
 * The type parameters exist only at compile time.
 *
 * @typeParam A - The type of the aggregate's value.
 * @typeParam R - What a run must have for the aggregate to be computed.
 * @category Query
 * @since 0.1.0
 */
export type Aggregate<A = unknown, R = never> = (
  | { readonly _tag: 'Count'; readonly column: Column | undefined }
  | { readonly _tag: 'Sum' | 'Mean' | 'Median' | 'Min' | 'Max' | 'First' | 'Last'; readonly column: Column }
  | { readonly _tag: 'Quantile'; readonly column: Column; readonly q: number }
  | { readonly _tag: 'Variance' | 'Stddev'; readonly column: Column; readonly of: 'population' | 'sample' }
  | { readonly _tag: 'ArgMin' | 'ArgMax'; readonly column: Column; readonly of: Column }
) & {
  /** Never set: carries the types. */
  readonly _gives?: (runs: ReadonlyArray<R>) => A
}

/**
 * The fields that a run needs for an aggregate, or for all aggregates of a union, to be computed.
 *
 * @typeParam A - The aggregate's type, or a union of several.
 * @category Query
 * @since 0.1.0
 */
export type AggregateRun<A extends Aggregate> =
  NonNullable<A['_gives']> extends (runs: ReadonlyArray<infer R>) => unknown ? R : never
