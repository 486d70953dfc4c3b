import type { Column } from './Column.ts'
import type { Direction } from './Direction.ts'

/**
 * A column to sort by.
 *
 * @typeParam R - What a run must have for the column to be read.
 * @category Query
 * @since 0.1.0
 */
export interface OrderTerm<R = never> {
  /** The column. */
  readonly column: Column<unknown, R>
  /** The direction. Missing values come last in both. */
  readonly direction: Direction
}

/**
 * An order of runs, as data: runs are sorted by the first column, ties by the next one, and so on.
 *
 * @typeParam R - What a run must have to be sorted; `never` if that is unknown.
 * @category Query
 * @since 0.1.0
 */
export type Order<R = never> = ReadonlyArray<OrderTerm<R>>
