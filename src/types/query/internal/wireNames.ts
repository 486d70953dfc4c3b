import type { ColumnField } from '../Column.ts'

type Names = Partial<Readonly<Record<ColumnField, string>>>

/** The names of the fields that W&B documents for filters. `name` is missing because it combines two of them. */
export const filterNames: Names = {
  createdAt: 'createdAt',
  displayName: 'displayName',
  entity: 'entity',
  group: 'group',
  heartbeatAt: 'heartbeatAt',
  id: 'name',
  jobType: 'jobType',
  runtime: 'duration',
  state: 'state',
  sweepName: 'sweep',
  tags: 'tags',
  user: 'username',
}

/** The names of the fields that the server can sort by. */
export const orderNames: Names = {
  createdAt: 'created_at',
  displayName: 'display_name',
  group: 'group',
  heartbeatAt: 'heartbeat_at',
  id: 'name',
  jobType: 'job_type',
  runtime: 'duration',
  state: 'state',
  sweepName: 'sweep',
  user: 'username',
}

/** All accepted spellings of record fields in filters and orders. */
export const fieldNames: ReadonlyMap<string, ColumnField> = new Map([
  ['commit', 'commit'],
  ['computeSeconds', 'computeSeconds'],
  ['compute_seconds', 'computeSeconds'],
  ['createdAt', 'createdAt'],
  ['created_at', 'createdAt'],
  ['description', 'description'],
  ['displayName', 'displayName'],
  ['display_name', 'displayName'],
  ['duration', 'runtime'],
  ['entity', 'entity'],
  ['group', 'group'],
  ['groupName', 'group'],
  ['group_name', 'group'],
  ['heartbeatAt', 'heartbeatAt'],
  ['heartbeat_at', 'heartbeatAt'],
  ['historyLineCount', 'historyLineCount'],
  ['history_line_count', 'historyLineCount'],
  ['jobType', 'jobType'],
  ['job_type', 'jobType'],
  ['name', 'id'],
  ['notes', 'notes'],
  ['project', 'project'],
  ['state', 'state'],
  ['sweep', 'sweepName'],
  ['sweepName', 'sweepName'],
  ['sweep_name', 'sweepName'],
  ['tags', 'tags'],
  ['user', 'user'],
  ['username', 'user'],
])

/** All accepted spellings of the record's dicts. */
export const dictNames: ReadonlyMap<string, 'Config' | 'Summary' | 'SystemMetrics'> = new Map([
  ['config', 'Config'],
  ['summaryMetrics', 'Summary'],
  ['summary_metrics', 'Summary'],
  ['systemMetrics', 'SystemMetrics'],
  ['system_metrics', 'SystemMetrics'],
])
