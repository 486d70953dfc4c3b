import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBListValue,
  DuckDBTimestampTZValue,
  type DuckDBType,
  type DuckDBValue,
  DuckDBVarCharType,
  INTEGER,
  LIST,
  TIMESTAMPTZ,
  VARCHAR,
} from '@duckdb/node-api'
import { cellAt, hasCell } from '../../history/table/cellAt.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { jsonText } from '../../types/wire/jsonText.ts'

/** DuckDB's type for a table column. */
export const columnType = (column: TableColumn): DuckDBType => {
  switch (column.type) {
    case 'number':
      return DOUBLE
    case 'integer':
      return column.values instanceof Int32Array ? INTEGER : BIGINT
    case 'time':
      return TIMESTAMPTZ
    case 'boolean':
      return BOOLEAN
    case 'text':
      return VARCHAR
    case 'list':
      return LIST(columnType(column.items))
    case 'json':
      return DuckDBVarCharType.create('JSON')
  }
}

/** The value in a row of a column as DuckDB's client takes it; in JSON, `null` is a value. */
export const duckDbValue = (column: TableColumn, row: number): DuckDBValue => {
  if (column.type === 'json') {
    const value = cellAt(column, row)
    return value === undefined ? null : (jsonText(value) ?? null)
  }
  if (!hasCell(column, row)) return null
  switch (column.type) {
    case 'integer':
      return column.values instanceof Int32Array ? (column.values[row] as number) : BigInt(column.values[row] as number)
    case 'time':
      return new DuckDBTimestampTZValue(BigInt(column.values[row] as number) * 1000n)
    case 'list': {
      const { items, offsets } = column
      const [start = 0, end = 0] = offsets.subarray(row, row + 2)
      return new DuckDBListValue(Array.from({ length: end - start }, (_, at) => duckDbValue(items, start + at)))
    }
    default:
      return cellAt(column, row) as DuckDBValue
  }
}
