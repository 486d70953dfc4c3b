import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { InvalidQuery } from '../../query/Filter.ts'
import type { History, HistoryColumn } from '../../types/run/History.ts'
import { jsonText } from '../../types/wire/jsonText.ts'
import { appendRows, type ColumnCells, type InsertOptions, inTransaction } from './appendRows.ts'
import { attempt, type DuckDbError, duckDbError } from './DuckDbError.ts'
import { foldCase, RUN_ID } from './historyPlan.ts'
import { checkName, describeTable, quoteName, type TableColumn } from './names.ts'

/** The types of metric columns. */
type MetricType = 'BOOLEAN' | 'DOUBLE' | 'JSON' | 'VARCHAR'

/** The column type for the values of a metric. */
const metricType = (column: HistoryColumn): MetricType => {
  if (column.type === 'number') return 'DOUBLE'
  const types = new Set(column.values.flatMap((value) => (value === undefined ? [] : [typeof value])))
  if (types.size !== 1) return 'JSON'
  return types.has('string') ? 'VARCHAR' : types.has('boolean') ? 'BOOLEAN' : 'JSON'
}

/** The values of a metric in a range of rows, for a column type. */
const metricCells = (column: HistoryColumn, type: MetricType, from: number, to: number): ColumnCells =>
  Array.from({ length: to - from }, (_, index) => {
    const row = from + index
    const value = column.type === 'number' && column.present[row] !== 1 ? undefined : column.values[row]
    return (type === 'JSON' && value !== undefined ? jsonText(value) : value) ?? null
  })

/** Returns a range of rows of a history, column by column; values that it does not have are `NULL`. */
const historyCells =
  (
    runId: string,
    history: History,
    columns: ReadonlyArray<{ readonly key: string | undefined; readonly type: MetricType }>,
  ) =>
  (from: number, to: number): ReadonlyArray<ColumnCells> => {
    const length = to - from
    const metrics = columns.map(({ key, type }) => {
      const column = key !== undefined && Object.hasOwn(history.columns, key) ? history.columns[key] : undefined
      return column === undefined ? new Array<null>(length).fill(null) : metricCells(column, type, from, to)
    })
    return [new Array<string>(length).fill(runId), Array.from(history.steps.subarray(from, to)), ...metrics]
  }

/**
 * Options of {@link insertHistory}.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface InsertHistoryOptions extends InsertOptions {
  /** The name of the table; `history` by default. */
  readonly table?: string | undefined
  /** The metrics to insert; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
}

/**
 * The result of {@link insertHistory}.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface InsertedHistory {
  /** The name of the table. */
  readonly table: string
  /** The number of rows that were inserted. */
  readonly rows: number
}

interface Metric {
  readonly key: string
  readonly type: MetricType
}

const STEP = '_step'

const metricsOf = (
  history: History,
  keys: ReadonlyArray<string> | undefined,
): E.Either<DuckDbError, ReadonlyArray<Metric>> => {
  const chosen =
    keys === undefined ? history.keys : [...new Set(keys)].filter((key) => Object.hasOwn(history.columns, key))
  const names = new Map([RUN_ID, STEP].map((name) => [name, name]))
  const metrics: Array<Metric> = []
  for (const key of chosen) {
    const column = history.columns[key]
    if (column === undefined) continue
    const rival = names.get(foldCase(key))
    if (rival !== undefined || key === '' || key.includes('\0'))
      return E.left(duckDbError({ _tag: 'NamesClash', names: [...(rival === undefined ? [] : [rival]), key] }))
    names.set(foldCase(key), key)
    metrics.push({ key, type: metricType(column) })
  }
  return E.right(metrics)
}

const fixed: ReadonlyArray<TableColumn> = [
  { name: RUN_ID, type: 'VARCHAR' },
  { name: STEP, type: 'DOUBLE' },
]

const differs = (table: string, { name, type }: TableColumn, actual: string | undefined) =>
  E.left(duckDbError({ _tag: 'TableDiffers', table, column: name, expected: type, actual }))

/** Creates the table and its missing columns; returns the metric to insert into each column. */
const prepare = async (connection: DuckDBConnection, table: string, metrics: ReadonlyArray<Metric>) => {
  const name = quoteName(table)
  const first = fixed.map((column) => `${column.name} ${column.type}`).join(', ')
  const created = await attempt(() => connection.run(`CREATE TABLE IF NOT EXISTS ${name} (${first})`))
  if (E.isLeft(created)) return created
  const before = await describeTable(connection, table)
  if (E.isLeft(before)) return before
  for (const [index, column] of fixed.entries()) {
    const there = before.right[index]
    if (there?.name !== column.name || there.type !== column.type)
      return differs(table, column, there && `${there.name} ${there.type}`)
  }
  const there = new Map(before.right.map((column) => [foldCase(column.name), column]))
  for (const { key, type } of metrics) {
    const column = there.get(foldCase(key))
    if (column === undefined) {
      const added = await attempt(() => connection.run(`ALTER TABLE ${name} ADD COLUMN ${quoteName(key)} ${type}`))
      if (E.isLeft(added)) return added
    } else if (column.name !== key) return E.left(duckDbError({ _tag: 'NamesClash', names: [column.name, key] }))
    else if (column.type !== type && column.type !== 'JSON') return differs(table, { name: key, type }, column.type)
  }
  const after = await describeTable(connection, table)
  if (E.isLeft(after)) return after
  const keys = new Set(metrics.map(({ key }) => key))
  return E.right(
    after.right.slice(fixed.length).map((column) => ({
      key: keys.has(column.name) ? column.name : undefined,
      type: column.type as MetricType,
    })),
  )
}

const repeatedStep = async (connection: DuckDBConnection, table: string, runId: string, { steps }: History) => {
  const query = `SELECT ${STEP} FROM ${quoteName(table)} WHERE ${RUN_ID} = $runId AND ${STEP} BETWEEN $first AND $last`
  const range = { first: steps.at(0) ?? 0, last: steps.at(-1) ?? 0 }
  const found = await attempt(() => connection.runAndReadAll(query, { runId, ...range }))
  if (E.isLeft(found)) return found
  const present = new Set(found.right.getRows().map(([step]) => step))
  const step = steps.find((one) => present.has(one))
  return step === undefined ? E.right(undefined) : E.left(duckDbError({ _tag: 'StepPresent', table, runId, step }))
}

/**
 * Inserts a history into a table with the columns `run_id`, `_step` and one per metric, like a view of `createHistory`.
 *
 * The table and missing columns are created. Numbers are `DOUBLE`, metrics of strings `VARCHAR`, metrics of booleans
 * `BOOLEAN`, and all others `JSON`; values for an existing `JSON` column are converted. Missing values are `NULL`; `NaN`
 * stays `NaN`. A step that the table already has of the run is an error, and so are metrics whose names differ only in
 * case. Either all rows are inserted, or the table is unchanged.
 *
 * @param runId - The id of the run.
 * @param history - The history of the run.
 * @param options - The name of the table, and the metrics.
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { insertHistory, duckDbOrThrow } from 'wandb-run-ops/duckdb'
 * import { historyFromRows } from 'wandb-run-ops/ops'
 *
 * const connection = await (await DuckDBInstance.create()).connect()
 * const history = historyFromRows([{ _step: 0, loss: 0.9 }, { _step: 5, loss: 0.3 }])
 * await duckDbOrThrow(insertHistory('a1b2c3d4', history)(connection))
 * const reader = await connection.runAndReadAll('SELECT run_id, min(loss) FROM history GROUP BY run_id')
 *
 * reader.getRows() // => [['a1b2c3d4', 0.3]]
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const insertHistory =
  (runId: string, history: History, options: InsertHistoryOptions = {}) =>
  (connection: DuckDBConnection): TE.TaskEither<DuckDbError | InvalidQuery, InsertedHistory> =>
  async () => {
    const { table = 'history', keys } = options
    const refused = checkName('runId', runId) ?? checkName('table', table)
    if (refused !== undefined) return E.left(refused)
    const metrics = metricsOf(history, keys)
    if (E.isLeft(metrics)) return metrics
    return inTransaction(
      connection,
      pipe(
        () => prepare(connection, table, metrics.right),
        TE.tap(() => () => repeatedStep(connection, table, runId, history)),
        TE.map((columns) => historyCells(runId, history, columns)),
        TE.flatMap((cells) => () => appendRows(connection, table, history.length, cells, options)),
        TE.map(() => ({ table, rows: history.length })),
      ),
    )
  }
