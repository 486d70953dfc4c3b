import type { Aggregate } from '../../query/Aggregate.ts'
import type { Column } from '../../query/Column.ts'
import { aggregateGroups } from '../relation/aggregateGroups.ts'
import { recordSource } from '../relation/recordColumns.ts'
import { scanBlocks } from '../relation/scanBlocks.ts'
import { assertAggregate } from './aggregate.ts'
import { groupingBy } from './grouping.ts'

/**
 * The rows, columns and cells of a {@link PivotTable}.
 *
 * @typeParam A - The type of the row keys.
 * @typeParam B - The type of the column keys.
 * @typeParam C - The type of the cells.
 * @typeParam R - The fields that a run needs.
 * @category Many runs
 * @since 0.1.0
 */
export interface Pivot<A, B, C, R> {
  /** The column whose values become rows. */
  readonly rows: Column<A, R>
  /** The column whose values become columns. */
  readonly columns: Column<B, R>
  /** The aggregate of the runs in each cell. */
  readonly value: Aggregate<C, R>
}

/**
 * An aggregate for each combination of the values of two columns.
 *
 * @typeParam A - The type of the row keys.
 * @typeParam B - The type of the column keys.
 * @typeParam C - The type of the cells.
 * @category Many runs
 * @since 0.1.0
 */
export interface PivotTable<A, B, C> {
  /** The row keys, in order of first appearance. */
  readonly rows: ReadonlyArray<A>
  /** The column keys, in order of first appearance. */
  readonly columns: ReadonlyArray<B>
  /** A list per row, with the aggregate of each column. */
  readonly cells: ReadonlyArray<ReadonlyArray<C>>
}

/**
 * Computes an aggregate for each combination of the values of two columns. Values are grouped as in `groupRunsBy`.
 * Cells without runs hold the aggregate of no runs: 0 for counts and sums, `undefined` for others.
 *
 * @param pivot - The two columns, and the aggregate.
 * @returns A function from runs to the table.
 * @example
 * ```ts
 * import { column, mean } from 'wandb-run-ops/query'
 * import { pivot } from 'wandb-run-ops/ops'
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
  const [rowsOf, columnsOf] = [groupingBy(rows), groupingBy(columns)]
  assertAggregate(value)
  return (runs) => {
    const [rowGroups, columnGroups] = [rowsOf(runs), columnsOf(runs)]
    const width = columnGroups.keys.length
    // The groups are the cells that have runs, and after them one without.
    const groupOfCell = new Map<number, number>()
    const groups = Uint32Array.from(runs, (_, index) => {
      const cell = (rowGroups.of[index] as number) * width + (columnGroups.of[index] as number)
      const group = groupOfCell.get(cell) ?? groupOfCell.size
      groupOfCell.set(cell, group)
      return group
    })
    const source = recordSource(runs)
    const [valueOfGroup] = aggregateGroups(source, [value], scanBlocks(source), {
      classify: (all, count, into) => {
        for (let at = 0; at < count; at += 1) into[at] = groups[all[at] as number] as number
      },
      count: () => groupOfCell.size + 1,
      rowOf: () => 0,
    })
    const cellOf = (row: number, column: number): C =>
      valueOfGroup?.(groupOfCell.get(row * width + column) ?? groupOfCell.size) as C
    const cells = rowGroups.keys.map((_, row) => columnGroups.keys.map((__, column) => cellOf(row, column)))
    return Object.freeze({
      rows: Object.freeze(rowGroups.keys as ReadonlyArray<A>),
      columns: Object.freeze(columnGroups.keys as ReadonlyArray<B>),
      cells: Object.freeze(cells.map((row) => Object.freeze(row))),
    })
  }
}
