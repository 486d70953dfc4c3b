import type { DuckDBConnection } from '@duckdb/node-api'
import { foldCase } from './historyPlan.ts'
import { type ScannedTable, type ScannedTables, tableFunction } from './tableFunction.ts'

/** The function through which a connection reads its registered tables. */
interface ViewSource {
  /** The name of the function. */
  readonly name: string
  /** Adds a table and returns its number, the argument of the function. */
  readonly add: (table: ScannedTable) => number
  /** Frees a table. */
  readonly remove: (number: number) => void
  /** Records which table a view reads, and frees the one that it read before. */
  readonly setNumber: (view: string, number: number | undefined) => void
  /** Whether a view reads a table. */
  readonly has: (view: string) => boolean
}

let sources = 0

/** A name that no function has: DuckDB ignores the second registration of one. */
const functionName = async (connection: DuckDBConnection): Promise<string> => {
  sources += 1
  const prefix = `run_tables_${sources}_`
  const query = 'SELECT count(*) FROM duckdb_functions() WHERE starts_with(function_name, $prefix)'
  const [[others] = []] = (await connection.runAndReadAll(query, { prefix })).getRows()
  return `${prefix}${others}`
}

const makeSource = async (connection: DuckDBConnection): Promise<ViewSource> => {
  const tables: ScannedTables = new Map()
  const views = new Map<string, number>()
  let last = 0
  const name = await functionName(connection)
  connection.registerTableFunction(tableFunction(name, tables))
  return {
    name,
    add: (table) => {
      last += 1
      tables.set(last, table)
      return last
    },
    remove: (number) => {
      tables.delete(number)
    },
    setNumber: (view, number) => {
      const before = views.get(foldCase(view))
      if (before !== undefined) tables.delete(before)
      if (number === undefined) views.delete(foldCase(view))
      else views.set(foldCase(view), number)
    },
    has: (view) => views.has(foldCase(view)),
  }
}

const sourceOf = /* @__PURE__ */ new WeakMap<DuckDBConnection, Promise<ViewSource>>()

/**
 * The source of a connection, with one function for all its tables: registering one waits for the connection, and a query
 * that runs on it may wait for the function of a table that is registered already.
 */
export const viewSource = (connection: DuckDBConnection): Promise<ViewSource> => {
  const known = sourceOf.get(connection)
  if (known !== undefined) return known
  const source = makeSource(connection)
  sourceOf.set(connection, source)
  source.catch(() => sourceOf.delete(connection))
  return source
}
