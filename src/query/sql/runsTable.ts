import { identity } from 'fp-ts/lib/function.js'
import { type RunFieldKinds, runFieldRows, type runFields } from '../../types/run/fields.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import type { RecordColumn } from '../columnFields.ts'
import { type InvalidQuery, invalidQuery } from '../Filter.ts'
import { type SqlField, sqlFields } from './columns.ts'
import { quoteIdentifier } from './Engine.ts'
import { sqlJson, wellFormed } from './json.ts'
import type { Dialect } from './Sql.ts'
import { dialectIssue } from './Writer.ts'

/** The kinds of fields, with the types of their cells. */
interface CellKinds {
  readonly count: number
  readonly flag: boolean
  readonly runId: string
  readonly state: string
  readonly storageId: string
  readonly text: string
  readonly texts: ReadonlyArray<string>
  readonly time: number
  readonly user: string | null
}

type Rows = Pick<typeof runFields, RecordColumn>

/**
 * The cells of the fields that are columns of the table of runs: times are milliseconds since 1970-01-01T00:00Z,
 * `username` is `null` for an unknown user.
 *
 * @category SQL
 * @since 0.2.0
 */
export type RunCells = {
  readonly [K in RecordColumn as Rows[K]['sql']]:
    | CellKinds[Rows[K]['kind']]
    | (Rows[K] extends { readonly required: true } ? never : null)
}

/**
 * A run as a row of the table of runs: plain values, `null` where the run has none.
 *
 * @category SQL
 * @since 0.1.0
 */
export interface RunRow extends RunCells {
  /** The run's index in its list, from 0. */
  readonly position: number
  /** Canonical JSON: keys sorted, `NaN` and infinities as strings of that spelling. */
  readonly config: string
  /** Canonical JSON, like `config`. */
  readonly summary: string
  /** `systemMetrics` as canonical JSON, like `config`. */
  readonly system_metrics: string
}

/**
 * The fields that a run needs for a row in the table of runs.
 *
 * @category SQL
 * @since 0.1.0
 */
export type SqlRowRun = Pick<RunFields, RecordColumn | 'config' | 'summary' | 'systemMetrics'>

/** The cells of the values of each kind. */
const cells: { readonly [K in keyof CellKinds]: (value: RunFieldKinds[K]) => CellKinds[K] } = {
  count: identity,
  flag: identity,
  runId: wellFormed,
  state: wellFormed,
  storageId: wellFormed,
  text: wellFormed,
  texts: (list) => list.map(wellFormed),
  time: (time) => time.getTime(),
  user: ({ username }) => (username === '' ? null : wellFormed(username)),
}

/** The columns of the fields, in order. */
const columns = Object.entries(runFieldRows).flatMap(([name, { sql, ...row }]) =>
  sql === undefined ? [] : [{ ...row, sql, name: name as RecordColumn }],
)

/**
 * Converts a run to a row of the table of runs, for any engine: times are milliseconds, dicts are JSON text.
 *
 * A lone surrogate, which no engine can store, becomes U+FFFD.
 *
 * @param run - A run as loaded by default.
 * @param position - The run's index in its list, which breaks ties between runs; `runs.map(toSqlRow)` sets it.
 * @example
 * ```ts
 * import { toSqlRow } from 'wandb-run-ops/query'
 * import { Run } from 'wandb-run-ops/types'
 *
 * const project = { entityName: 'team', name: 'vision' }
 * const createdAt = '2026-11-21T10:00:00'
 * const run = Run.decode({ name: 'a1', id: 'UnVuOmEx', project, createdAt, config: '{"lr": {"value": NaN}}' })
 *
 * run._tag === 'Right' && toSqlRow(run.right, 0).config // => '{"lr":"NaN"}'
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const toSqlRow = (run: SqlRowRun, position: number): RunRow => {
  const row: Record<string, unknown> = { position }
  for (const { name, kind, sql } of columns) {
    const value = run[name]
    row[sql] = value === undefined ? null : (cells[kind] as (value: unknown) => unknown)(value)
  }
  row['config'] = sqlJson(run.config)
  row['summary'] = sqlJson(run.summary)
  row['system_metrics'] = sqlJson(run.systemMetrics)
  return row as unknown as RunRow
}

type SqlColumnType = 'boolean' | 'integer' | 'json' | 'list' | 'text'

const columnTypes: Readonly<Record<SqlField['type'], SqlColumnType>> = {
  boolean: 'boolean',
  number: 'integer',
  text: 'text',
  list: 'list',
  time: 'integer',
}

/** The types of the columns of the table of runs. */
const runsTableSchema: Readonly<Record<string, readonly [kind: SqlColumnType, isNullable: boolean]>> = {
  position: ['integer', false],
  ...Object.fromEntries(
    columns.map(({ name, sql }) => [sql, [columnTypes[sqlFields[name].type], sqlFields[name].isNullable] as const]),
  ),
  config: ['json', false],
  summary: ['json', false],
  system_metrics: ['json', false],
}

/** The names of the columns of the table of runs. */
export const runsTableColumns: ReadonlySet<string> = /* @__PURE__ */ new Set(Object.keys(runsTableSchema))

const types: Readonly<Record<Dialect, Readonly<Record<SqlColumnType, string>>>> = {
  duckdb: { boolean: 'BOOLEAN', integer: 'BIGINT', json: 'JSON', list: 'VARCHAR[]', text: 'VARCHAR' },
  clickhouse: { boolean: 'Bool', integer: 'Int64', json: 'String', list: 'Array(String)', text: 'String' },
}

const typeIn = (dialect: Dialect, kind: SqlColumnType, isNullable: boolean): string => {
  const type = types[dialect][kind]
  if (dialect === 'duckdb') return isNullable ? type : `${type} NOT NULL`
  return isNullable ? `Nullable(${type})` : type
}

/** Whether a text can name a table. */
export const isTableName = (u: unknown): u is string => typeof u === 'string' && u !== '' && !u.includes('\0')

const rejectQuery = (cause: InvalidQuery): never => {
  const error = new Error(`${cause.field} ${cause.reason}`, { cause })
  error.name = cause._tag
  throw error
}

/**
 * Returns the CREATE TABLE statement of the table of runs, whose rows are those of {@link toSqlRow}. An existing
 * table of that name is left as it is. Throws an `Error` named `InvalidQuery` for any other word for the dialect, and for
 * a name that is empty or contains a NUL.
 *
 * @param dialect - The SQL engine.
 * @param name - The table name, used as is; `runs` by default.
 * @example
 * ```ts
 * import { runsTable } from 'wandb-run-ops/query'
 *
 * runsTable('duckdb').startsWith('CREATE TABLE IF NOT EXISTS "runs" (') // => true
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const runsTable = (dialect: Dialect, name = 'runs'): string => {
  const issue = dialectIssue(dialect)
  if (issue !== undefined) return rejectQuery(issue)
  if (!isTableName(name)) return rejectQuery(invalidQuery(['name'], 'must be a non-empty name without NUL'))
  const lines = Object.entries(runsTableSchema).map(
    ([column, [kind, isNullable]]) => `  ${column} ${typeIn(dialect, kind, isNullable)}`,
  )
  const engine = dialect === 'clickhouse' ? '\nENGINE = MergeTree\nORDER BY position' : ''
  return `CREATE TABLE IF NOT EXISTS ${quoteIdentifier(name, dialect)} (\n${lines.join(',\n')}\n)${engine}`
}
