import type { Column } from '../../types/query/Column.ts'
import { compiled } from './internal/compiled.ts'
import { readerOf } from './internal/read.ts'

/**
 * Returns the value of a run in a column.
 *
 * @param run - A run with the fields that the column reads.
 * @param column - A column.
 * @returns The value as in the record; `undefined` when the run has none.
 * @example
 * ```ts
 * import { column, columnValue } from 'wandb-run-ops/ops'
 *
 * const runs = [{ config: { 'a.b': 1 } }, { config: { a: { b: 2 } } }, { config: {} }]
 *
 * runs.map(columnValue(column.config('a.b'))) // => [1, undefined, undefined]
 * runs.map(columnValue(column.config('a', 'b'))) // => [undefined, 2, undefined]
 * ```
 * @category Query
 * @since 0.1.0
 */
export const columnValue: {
  <A, R>(run: R, column: Column<A, R>): A
  <A, R>(column: Column<A, R>): (run: R) => A
} = /* @__PURE__ */ compiled(readerOf)
