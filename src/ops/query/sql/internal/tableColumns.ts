import type { RunRow } from '../toSqlRow.ts'

export type Kind = 'boolean' | 'integer' | 'json' | 'text' | 'texts'

/** The types of the columns of the table of runs. */
export const tableTypes: Readonly<Record<keyof RunRow, readonly [kind: Kind, isNullable: boolean]>> = {
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
export const tableColumns: ReadonlySet<string> = /* @__PURE__ */ new Set(Object.keys(tableTypes))
