import type { ColumnField } from '../Column.ts'

type Names = Partial<Readonly<Record<ColumnField, string>>>

/** What filters of the server call the fields that W&B documents for them. The name that people see is two of them. */
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

/** What orders of the server call the fields that it can sort by. */
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

/** All that people write in filters and orders for a field of the record. */
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

/** What people write before the keys of a dict of the record. */
export const dictNames: ReadonlyMap<string, 'Config' | 'Summary' | 'SystemMetrics'> = new Map([
  ['config', 'Config'],
  ['summaryMetrics', 'Summary'],
  ['summary_metrics', 'Summary'],
  ['systemMetrics', 'SystemMetrics'],
  ['system_metrics', 'SystemMetrics'],
])
