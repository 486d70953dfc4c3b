import type { ColumnField } from '../../../../types/query/Column.ts'

/** A run field as SQL over the table of runs. */
export interface Field {
  readonly sql: string
  readonly type: 'boolean' | 'number' | 'text' | 'texts' | 'time'
  /** Whether the field can be NULL. */
  readonly isNullable: boolean
}

const field = (sql: string, type: Field['type'], isNullable = false): Field => ({ sql, type, isNullable })
const maybe = (sql: string, type: Field['type'] = 'text'): Field => field(sql, type, true)

export const fields: Readonly<Record<ColumnField, Field>> = {
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
