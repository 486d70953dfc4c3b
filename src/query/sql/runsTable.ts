import type { RunFields } from '../../types/run/RunHeavy.ts'
import { quoteIdentifier } from './Engine.ts'
import { sqlJson, wellFormed } from './json.ts'
import type { Dialect } from './Sql.ts'

/**
 * A run as a row of the table of runs: plain values, `null` where the run has none.
 *
 * @category SQL
 * @since 0.1.0
 */
export interface RunRow {
  /** The run's index in its list, from 0. */
  readonly position: number
  /** The field of the record. */
  readonly id: string
  /** `storageId`. */
  readonly storage_id: string
  /** The field of the record. */
  readonly entity: string
  /** The field of the record. */
  readonly project: string
  /** `displayName`. */
  readonly display_name: string | null
  /** The field of the record. */
  readonly state: string | null
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly created_at: number
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly heartbeat_at: number | null
  /** The field of the record. */
  readonly tags: ReadonlyArray<string>
  /** `group`. */
  readonly run_group: string | null
  /** `jobType`. */
  readonly job_type: string | null
  /** `sweepName`. */
  readonly sweep_name: string | null
  /** The username, when the user is known. */
  readonly username: string | null
  /** The field of the record. */
  readonly notes: string | null
  /** The field of the record. */
  readonly description: string | null
  /** `commit`. */
  readonly commit_hash: string | null
  /** `readOnly`. */
  readonly read_only: boolean | null
  /** `historyLineCount`. */
  readonly history_line_count: number | null
  /** `computeSeconds`. */
  readonly compute_seconds: number | null
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
export type SqlRowRun = Pick<
  RunFields,
  | ('commit' | 'computeSeconds' | 'config' | 'createdAt' | 'description' | 'displayName' | 'entity' | 'group')
  | ('heartbeatAt' | 'historyLineCount' | 'id' | 'jobType' | 'notes' | 'project' | 'readOnly' | 'state')
  | ('storageId' | 'summary' | 'sweepName' | 'systemMetrics' | 'tags' | 'user')
>

const text = (value: string | undefined): string | null => (value === undefined ? null : wellFormed(value))

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
export const toSqlRow = (run: SqlRowRun, position: number): RunRow => ({
  position,
  id: wellFormed(run.id),
  storage_id: wellFormed(run.storageId),
  entity: wellFormed(run.entity),
  project: wellFormed(run.project),
  display_name: text(run.displayName),
  state: text(run.state),
  created_at: run.createdAt.getTime(),
  heartbeat_at: run.heartbeatAt?.getTime() ?? null,
  tags: run.tags.map(wellFormed),
  run_group: text(run.group),
  job_type: text(run.jobType),
  sweep_name: text(run.sweepName),
  username: run.user.username === '' ? null : text(run.user.username),
  notes: text(run.notes),
  description: text(run.description),
  commit_hash: text(run.commit),
  read_only: run.readOnly ?? null,
  history_line_count: run.historyLineCount ?? null,
  compute_seconds: run.computeSeconds ?? null,
  config: sqlJson(run.config),
  summary: sqlJson(run.summary),
  system_metrics: sqlJson(run.systemMetrics),
})

type SqlColumnType = 'boolean' | 'integer' | 'json' | 'text' | 'texts'

/** The types of the columns of the table of runs. */
const runsTableSchema: Readonly<Record<keyof RunRow, readonly [kind: SqlColumnType, isNullable: boolean]>> = {
  position: ['integer', false],
  id: ['text', false],
  storage_id: ['text', false],
  entity: ['text', false],
  project: ['text', false],
  display_name: ['text', true],
  state: ['text', true],
  created_at: ['integer', false],
  heartbeat_at: ['integer', true],
  tags: ['texts', false],
  run_group: ['text', true],
  job_type: ['text', true],
  sweep_name: ['text', true],
  username: ['text', true],
  notes: ['text', true],
  description: ['text', true],
  commit_hash: ['text', true],
  read_only: ['boolean', true],
  history_line_count: ['integer', true],
  compute_seconds: ['integer', true],
  config: ['json', false],
  summary: ['json', false],
  system_metrics: ['json', false],
}

/** The names of the columns of the table of runs. */
export const runsTableColumns: ReadonlySet<string> = /* @__PURE__ */ new Set(Object.keys(runsTableSchema))

const types: Readonly<Record<Dialect, Readonly<Record<SqlColumnType, string>>>> = {
  duckdb: { boolean: 'BOOLEAN', integer: 'BIGINT', json: 'JSON', text: 'VARCHAR', texts: 'VARCHAR[]' },
  clickhouse: { boolean: 'Bool', integer: 'Int64', json: 'String', text: 'String', texts: 'Array(String)' },
}

const typeIn = (dialect: Dialect, kind: SqlColumnType, isNullable: boolean): string => {
  const type = types[dialect][kind]
  if (dialect === 'duckdb') return isNullable ? type : `${type} NOT NULL`
  return isNullable ? `Nullable(${type})` : type
}

/**
 * Returns the CREATE TABLE statement of the table of runs, whose rows are those of {@link toSqlRow}. An existing
 * table of that name is left as it is.
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
  const lines = Object.entries(runsTableSchema).map(
    ([column, [kind, isNullable]]) => `  ${column} ${typeIn(dialect, kind, isNullable)}`,
  )
  const engine = dialect === 'clickhouse' ? '\nENGINE = MergeTree\nORDER BY position' : ''
  return `CREATE TABLE IF NOT EXISTS ${quoteIdentifier(name, dialect)} (\n${lines.join(',\n')}\n)${engine}`
}
