import type { Aggregate } from '../../../types/query/Aggregate.ts'
import type { Column } from '../../../types/query/Column.ts'
import { isTime } from '../../../types/query/isTime.ts'
import { fields } from './internal/fields.ts'
import { fromSqlJson, parsed } from './internal/sqlJson.ts'

// How engines and their JSON spell the numbers that JSON lacks.
const infinities: Readonly<Record<string, number>> = { inf: Number.POSITIVE_INFINITY, '-inf': Number.NEGATIVE_INFINITY }

const numberIn = (cell: unknown): number =>
  (typeof cell === 'string' ? infinities[cell.toLowerCase().replace('infinity', 'inf')] : undefined) ?? Number(cell)

const valueIn = (column: Column, cell: unknown): unknown => {
  if (cell === null || cell === undefined) return undefined
  const type = column._tag === 'Field' && Object.hasOwn(fields, column.name) ? fields[column.name].type : 'json'
  switch (type) {
    case 'json':
      return typeof cell === 'string' ? fromSqlJson(cell) : undefined
    case 'texts':
      return typeof cell === 'string' ? parsed(cell) : cell
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
 * Converts a cell of a column or group key in the result of {@link toSqlSelect} to the value that {@link
 * columnValue} returns: 1, `'1'`, `true`, `null` and a missing value stay distinct.
 *
 * Cells of config, summary and system metrics are JSON text, as in the table; times are milliseconds; integers may
 * be numbers, bigints or strings.
 *
 * @param column - The column that was selected.
 * @example
 * ```ts
 * import { cellValue, column } from 'wandb-run-ops/ops'
 *
 * const cells = ['1', '"1"', 'true', 'null', null, '"NaN"']
 *
 * cells.map(cellValue(column.config('lr'))) // => [1, '1', true, null, undefined, NaN]
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const cellValue =
  <A>(column: Column<A>): ((cell: unknown) => A) =>
  (cell) =>
    valueIn(column, cell) as A

const aggregateIn = (aggregate: Aggregate, cell: unknown): unknown => {
  switch (aggregate._tag) {
    case 'First':
    case 'Last':
      return valueIn(aggregate.column, cell)
    case 'ArgMin':
    case 'ArgMax':
      return valueIn(aggregate.of, cell)
    default:
      if (cell === null || cell === undefined) return undefined
      return (aggregate._tag === 'Min' || aggregate._tag === 'Max') && isTime(aggregate.column)
        ? new Date(Number(cell))
        : numberIn(cell)
  }
}

/**
 * Converts an aggregate cell in the result of {@link toSqlSelect} to its value; `undefined` when there was nothing
 * to aggregate.
 *
 * @param aggregate - The aggregate that was selected.
 * @example
 * ```ts
 * import { cellFigure, column, count, mean } from 'wandb-run-ops/ops'
 *
 * cellFigure(count())(3n) // => 3
 * cellFigure(mean(column.summary('loss')))(null) // => undefined
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const cellFigure =
  <A>(aggregate: Aggregate<A>): ((cell: unknown) => A) =>
  (cell) =>
    aggregateIn(aggregate, cell) as A
