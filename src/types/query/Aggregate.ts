import type { Column } from './Column.ts'

/**
 * A figure of many runs, as data: plain JSON.
 *
 * - `Count` is the number of runs, or, with a column, of those that have a value there.
 * - `Sum`, `Mean`, `Median`, `Quantile`, `Variance`, `Stddev`, `Min` and `Max` are of the column's numbers.
 * - `First` and `Last` are the column's value in the first and the last run that has one.
 * - `ArgMin` and `ArgMax` are what `of` is in the run where `column` is least or greatest.
 *
 * The type parameters are for the compiler alone.
 *
 * @typeParam A - The type of the figure.
 * @typeParam R - What a run must have for the figure to be taken.
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
  /** Never there: it keeps the types. */
  readonly _gives?: (runs: ReadonlyArray<R>) => A
}
