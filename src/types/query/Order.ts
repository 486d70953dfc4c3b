import type { Column } from './Column.ts'
import type { Direction } from './Direction.ts'

/**
 * One column to sort by.
 *
 * @typeParam R - What a run must have for the column to be read.
 * @category Query
 * @since 0.1.0
 */
export interface OrderTerm<R = never> {
  /** What decides. */
  readonly column: Column<unknown, R>
  /** Which end comes first; what is missing is last in both. */
  readonly direction: Direction
}

/**
 * An order of runs, as data: the first column decides, the next one among runs that tie in it, and so on.
 *
 * @typeParam R - What a run must have to be ordered; `never` for an order of which that is not known.
 * @category Query
 * @since 0.1.0
 */
export type Order<R = never> = ReadonlyArray<OrderTerm<R>>
