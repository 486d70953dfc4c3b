import type { Column, ColumnField } from '../Column.ts'
import type { QueryPath, SqlWriter } from './Writer.ts'

/** A run field as SQL over the table of runs. */
export interface SqlField {
  readonly sql: string
  readonly type: 'boolean' | 'number' | 'text' | 'texts' | 'time'
  /** Whether the field can be NULL. */
  readonly isNullable: boolean
}

const field = (sql: string, type: SqlField['type'], isNullable = false): SqlField => ({ sql, type, isNullable })
const maybe = (sql: string, type: SqlField['type'] = 'text'): SqlField => field(sql, type, true)

export const sqlFields: Readonly<Record<ColumnField, SqlField>> = {
  commit: maybe('commit_hash'),
  computeSeconds: maybe('compute_seconds', 'number'),
  createdAt: field('created_at', 'time'),
  description: maybe('description'),
  displayName: maybe('display_name'),
  entity: field('entity', 'text'),
  group: maybe('run_group'),
  heartbeatAt: maybe('heartbeat_at', 'time'),
  historyLineCount: maybe('history_line_count', 'number'),
  id: field('id', 'text'),
  jobType: maybe('job_type'),
  name: field('coalesce(display_name, id)', 'text'),
  notes: maybe('notes'),
  project: field('project', 'text'),
  readOnly: maybe('read_only', 'boolean'),
  runtime: field('(greatest(0, coalesce(heartbeat_at, created_at) - created_at) / 1000)', 'number'),
  state: maybe('state'),
  storageId: field('storage_id', 'text'),
  sweepName: maybe('sweep_name'),
  tags: field('tags', 'texts'),
  user: maybe('username'),
}

/** A column as SQL: a field with a fixed type, or JSON of any type. */
export type SqlColumn = SqlField | { readonly type: 'json'; readonly sql: string }

const dicts = { Config: 'config', Summary: 'summary', SystemMetrics: 'system_metrics' } as const

const HISTORY =
  'is a history statistic, which is not in the table of runs: evaluate it in memory with matches, ordOf or ' +
  'aggregate, or log it to the summary'

/** Converts a column to SQL; columns that the table does not hold are refused. */
export const sqlColumn = (column: Column, path: QueryPath, { engine, bind, refuse }: SqlWriter): SqlColumn => {
  if (column._tag === 'History') return { sql: refuse(path, HISTORY), type: 'json' }
  if (column._tag === 'Field')
    return Object.hasOwn(sqlFields, column.name)
      ? sqlFields[column.name]
      : { sql: refuse(path, 'is not a run column'), type: 'json' }
  return { sql: engine.at(dicts[column._tag], column.path, bind), type: 'json' }
}

/** Whether JSON is present, and neither null nor NaN. */
export const jsonHasValue = (json: string, { engine }: SqlWriter): string =>
  `coalesce(${engine.raw(json)} NOT IN ('null', '"NaN"'), FALSE)`
