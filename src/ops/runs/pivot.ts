import type { Aggregate } from '../../types/query/Aggregate.ts'
import type { Column } from '../../types/query/Column.ts'
import { classesBy } from './internal/classes.ts'
import { figuresOf } from './internal/figuresOf.ts'

/**
 * What to put where in a {@link PivotTable}.
 *
 * @typeParam A - The type of the keys of the rows.
 * @typeParam B - The type of the keys of the columns.
 * @typeParam C - The type of the cells.
 * @typeParam R - What a run must have.
 * @category Many runs
 * @since 0.1.0
 */
export interface Pivot<A, B, C, R> {
  /** Each value of this column is a row. */
  readonly rows: Column<A, R>
  /** Each value of this column is a column. */
  readonly columns: Column<B, R>
  /** What a cell says of the runs of its row and column. */
  readonly value: Aggregate<C, R>
}

/**
 * A figure for each value of one column with each value of another.
 *
 * @typeParam A - The type of the keys of the rows.
 * @typeParam B - The type of the keys of the columns.
 * @typeParam C - The type of the cells.
 * @category Many runs
 * @since 0.1.0
 */
export interface PivotTable<A, B, C> {
  /** The keys of the rows, in order of first appearance. */
  readonly rows: ReadonlyArray<A>
  /** The keys of the columns, in order of first appearance. */
  readonly columns: ReadonlyArray<B>
  /** A list for each row, in which each column has its figure. */
  readonly cells: ReadonlyArray<ReadonlyArray<C>>
}

/**
 * Gives a figure of the runs for each value of one column with each value of another. Values are told apart as in
 * `groupRunsBy`. Where no run is, the cell is the figure of no runs: 0 for counts and sums, `undefined` for others.
 *
 * @param pivot - Which columns, and the figure.
 * @returns A function from runs to the table, which has rows times columns cells.
 * @example
 * ```ts
 * import { column, mean, pivot } from 'wandb-run-ops/ops'
 *
 * const runs = [
 *   { config: { optimizer: 'adam', depth: 18 }, summary: { accuracy: 0.5 } },
 *   { config: { optimizer: 'adam', depth: 18 }, summary: { accuracy: 0.75 } },
 *   { config: { optimizer: 'sgd', depth: 50 }, summary: { accuracy: 0.25 } },
 * ]
 * const table = pivot({
 *   rows: column.config('optimizer'),
 *   columns: column.config('depth'),
 *   value: mean(column.summary('accuracy')),
 * })(runs)
 *
 * table.rows // => ['adam', 'sgd']
 * table.columns // => [18, 50]
 * table.cells // => [[0.625, undefined], [undefined, 0.25]]
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const pivot = <A, B, C, R, S, T>({
  rows,
  columns,
  value,
}: {
  readonly rows: Column<A, R>
  readonly columns: Column<B, S>
  readonly value: Aggregate<C, T>
}): ((runs: ReadonlyArray<R & S & T>) => PivotTable<A, B, C>) => {
  const [rowsOf, columnsOf, figure] = [classesBy(rows), classesBy(columns), figuresOf([value])]
  const cellOf = (runs: ReadonlyArray<unknown>): C => figure(runs)[0] as C
  const empty = cellOf([])
  return (runs) => {
    const [down, across] = [rowsOf(runs), columnsOf(runs)]
    const members = new Map<number, Array<unknown>>()
    for (const [place, run] of runs.entries()) {
      const cell = (down.of[place] as number) * across.keys.length + (across.of[place] as number)
      const group = members.get(cell)
      if (group === undefined) members.set(cell, [run])
      else group.push(run)
    }
    const cells = down.keys.map(() => across.keys.map(() => empty))
    for (const [cell, group] of members) {
      const row = Math.floor(cell / across.keys.length)
      ;(cells[row] as Array<C>)[cell % across.keys.length] = cellOf(group)
    }
    return Object.freeze({
      rows: Object.freeze(down.keys as ReadonlyArray<A>),
      columns: Object.freeze(across.keys as ReadonlyArray<B>),
      cells: Object.freeze(cells.map((row) => Object.freeze(row))),
    })
  }
}
