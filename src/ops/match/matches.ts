import type { Column } from '../../query/Column.ts'
import type { Filter } from '../../query/Filter.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import { dual } from '../dual.ts'
import { copyDate } from '../ownValue.ts'
import { filterPredicate } from './predicate.ts'
import { columnReader } from './readColumn.ts'

/**
 * Returns whether a filter matches a run, with the same result as the server for `toMongo` and an engine for
 * `toSql`.
 *
 * Called with the filter alone, it compiles the filter once for use on many runs. Times without a zone are in UTC
 * on every machine. A run that lacks a field the filter needs has no value there. No filter of the type makes it
 * throw, unless filters are nested thousands deep; for anything that is not a filter, the result is unspecified.
 *
 * @param run - A run with the fields that the filter needs.
 * @param filter - A filter.
 * @returns Whether the filter matches.
 * @example
 * ```ts
 * import { and, column, eq, lt } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
 *
 * const runs = [
 *   { state: 'finished', summary: { 'val/loss': 0.2 } },
 *   { state: 'finished', summary: { 'val/loss': NaN } },
 *   { state: 'crashed', summary: {} },
 * ]
 * const good = and(eq(column.state, 'finished'), lt(column.summary('val/loss'), 0.5))
 *
 * runs.filter(matches(good)).length // => 1
 * ```
 * @category Query
 * @since 0.1.0
 */
export const matches: {
  <R>(run: R, filter: Filter<R>): boolean
  <R>(filter: Filter<R>): (run: R) => boolean
} = /* @__PURE__ */ dual(
  (run: unknown, filter: Filter<unknown>) => filterPredicate(filter)(run as RunFields),
  filterPredicate as (filter: Filter<unknown>) => (run: unknown) => boolean,
)

/**
 * Returns the value of a run in a column.
 *
 * @param run - A run with the fields that the column reads.
 * @param column - A column.
 * @returns The value as in the record; `undefined` when the run has none.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { columnValue } from 'wandb-run-ops/ops'
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
} = /* @__PURE__ */ dual(
  (run: unknown, column: Column) => copyDate(columnReader(column)(run as RunFields)),
  (column: Column) => {
    const read = columnReader(column)
    return (run: unknown) => copyDate(read(run as RunFields))
  },
)
