import { DuckDBTableFunction, type DuckDBType, type DuckDBVector, INTEGER } from '@duckdb/node-api'
import type { RunTable } from '../../query/RunTable.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { validTimes } from '../validTimes.ts'
import { columnType, duckDbValue } from './duckDbValue.ts'
import { type Fill, fastNumbers, fastTexts, fastTimes } from './fastFill.ts'

/** The maximum number of rows in a DuckDB chunk. */
const CHUNK = 2048

const fastFill = (column: TableColumn): Fill | undefined => {
  switch (column.type) {
    case 'number':
    case 'integer':
      return fastNumbers(column)
    case 'time':
      return fastTimes(column)
    case 'text':
      return fastTexts(column)
    default:
      return undefined
  }
}

type FillVector = (vector: DuckDBVector, from: number, count: number) => void

const fillOf = (column: TableColumn): FillVector => {
  const fast = fastFill(column)
  return (vector, from, count) => {
    if (fast?.(vector, from, count) !== true)
      for (let at = 0; at < count; at += 1) vector.setItem(at, duckDbValue(column, from + at) as never)
    vector.flush()
  }
}

/** A table as DuckDB reads it. */
export interface ScannedTable {
  readonly length: number
  readonly types: ReadonlyArray<DuckDBType>
  /** How the rows of each column are written to a vector. */
  readonly fills: ReadonlyArray<FillVector>
}

export const scannedTable = (table: RunTable): ScannedTable => {
  const columns = table.names.map((name) => validTimes(table.columns[name] as TableColumn, table.length))
  return { length: table.length, types: columns.map(columnType), fills: columns.map(fillOf) }
}

/** The tables that a function scans, by number. */
export type ScannedTables = Map<number, ScannedTable>

/** The name of a column of the function, where names need not be those of the table. */
export const resultName = (index: number): string => `c${index}`

/** How far a scan is, and the columns that it reads. */
interface Scan {
  next: number
  readonly columns: ReadonlyArray<number>
}

/**
 * Makes a function that scans the table of a number: DuckDB asks for chunks of rows, with only the columns that a query
 * reads. DuckDB keeps the function until the instance is closed, and so the function keeps no table.
 */
export const tableFunction = (name: string, tables: ScannedTables): DuckDBTableFunction =>
  DuckDBTableFunction.create({
    name,
    parameterTypes: [INTEGER],
    supportsProjectionPushdown: true,
    bindFunction: (info) => {
      const table = tables.get(info.getParameter(0) as number)
      if (table === undefined) {
        info.setError('The table is no longer registered.')
        return
      }
      table.types.forEach((type, index) => {
        info.addResultColumn(resultName(index), type)
      })
      info.setBindData(table)
      info.setCardinality(table.length, true)
    },
    initFunction: (info) => {
      info.setInitData({ next: 0, columns: info.getColumnIndexes() } satisfies Scan)
    },
    mainFunction: (info, output) => {
      const { length, fills } = info.bindData as ScannedTable
      const scan = info.initData as Scan
      const count = Math.min(CHUNK, length - scan.next)
      output.rowCount = count
      if (count === 0) return
      scan.columns.forEach((column, index) => {
        fills[column]?.(output.getColumnVector(index), scan.next, count)
      })
      scan.next += count
    },
  })
