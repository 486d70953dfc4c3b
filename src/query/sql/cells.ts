import type { Aggregate } from '../Aggregate.ts'
import { aggregateValueType, columnValueType, type ValueType } from '../answerItems.ts'
import type { Column } from '../Column.ts'
import { fromSqlJson, tryParseJson } from './json.ts'

// How engines and their JSON spell the numbers that JSON lacks.
const infinities: Readonly<Record<string, number>> = { inf: Number.POSITIVE_INFINITY, '-inf': Number.NEGATIVE_INFINITY }

const numberIn = (cell: unknown): number =>
  (typeof cell === 'string' ? infinities[cell.toLowerCase().replace('infinity', 'inf')] : undefined) ?? Number(cell)

/** Reads a cell of a type; `undefined` for NULL. */
export const readCell = (type: ValueType, cell: unknown): unknown => {
  if (cell === null || cell === undefined) return undefined
  switch (type) {
    case 'json':
      return typeof cell === 'string' ? fromSqlJson(cell) : undefined
    case 'list':
      return typeof cell === 'string' ? tryParseJson(cell) : cell
    case 'time':
      return new Date(Number(cell))
    case 'number':
      return numberIn(cell)
    case 'boolean':
      return cell === true || cell === 1
    default:
      return cell
  }
}

/**
 * Converts a cell of a column or group key in the result of {@link toSqlSelect} to the value that `columnValue`
 * returns: 1, `'1'`, `true`, `null` and a missing value stay distinct.
 *
 * Cells of config, summary and system metrics are JSON text, as in the table; times are milliseconds; integers may
 * be numbers, bigints or strings.
 *
 * @param column - The column that was selected.
 * @example
 * ```ts
 * import { fromSqlCell } from 'wandb-run-ops/query'
 * import { column } from 'wandb-run-ops/query'
 *
 * const cells = ['1', '"1"', 'true', 'null', null, '"NaN"']
 *
 * cells.map(fromSqlCell(column.config('lr'))) // => [1, '1', true, null, undefined, NaN]
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const fromSqlCell =
  <A>(column: Column<A>): ((cell: unknown) => A) =>
  (cell) =>
    readCell(columnValueType(column), cell) as A

/**
 * Converts an aggregate cell in the result of {@link toSqlSelect} to its value; `undefined` when there was nothing
 * to aggregate.
 *
 * @param aggregate - The aggregate that was selected.
 * @example
 * ```ts
 * import { fromSqlAggregate } from 'wandb-run-ops/query'
 * import { column, count, mean } from 'wandb-run-ops/query'
 *
 * fromSqlAggregate(count())(3n) // => 3
 * fromSqlAggregate(mean(column.summary('loss')))(null) // => undefined
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const fromSqlAggregate =
  <A>(aggregate: Aggregate<A>): ((cell: unknown) => A) =>
  (cell) =>
    readCell(aggregateValueType(aggregate), cell) as A
