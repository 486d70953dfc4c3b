import type { User } from '../user/User.ts'
import type { RunId, StorageId } from '../wire/ids.ts'
import type { RunState } from './RunState.ts'

/**
 * The kinds of run fields, with the types of their values.
 *
 * @category Model
 * @since 0.2.0
 */
export interface RunFieldKinds {
  /** A count, or a duration in whole seconds. */
  readonly count: number
  /** True or false. */
  readonly flag: boolean
  /** A run id. */
  readonly runId: RunId
  /** The state of a run. */
  readonly state: RunState
  /** A storage id. */
  readonly storageId: StorageId
  /** A string. */
  readonly text: string
  /** A list of strings. */
  readonly texts: ReadonlyArray<string>
  /** A time. */
  readonly time: Date
  /** A user, who as a column is a username. */
  readonly user: User
}

/** A field of a run. */
export interface RunField {
  /** The kind of its values. */
  readonly kind: keyof RunFieldKinds
  /** Whether every run has a value; otherwise it may be `undefined`. */
  readonly required?: true
  /** Whether the request supplies it, and no GraphQL node. */
  readonly fromRequest?: true
  /** Its name in a GraphQL node; its own name by default. */
  readonly wire?: string
  /** Its column in the table of runs. */
  readonly sql?: string
  /** Its name in filters on the server, if the server can filter by it. */
  readonly filter?: string
  /** Its name in orders on the server, if the server can sort by it. */
  readonly order?: string
  /** Other names that filters and orders use for it. */
  readonly names?: ReadonlyArray<string>
}

/**
 * The fields that every run has: one row for each, from which its type, its codec, its selection in GraphQL, its column
 * and its names in filters, orders and SQL follow.
 *
 * @category Model
 * @since 0.2.0
 */
export const runFields = {
  /** The short id, as in the run's URL. */
  id: { kind: 'runId', required: true, wire: 'name', sql: 'id', filter: 'name', order: 'name' },
  /** The server's id. */
  storageId: { kind: 'storageId', required: true, wire: 'id', sql: 'storage_id' },
  /** The entity that owns the project. */
  entity: { kind: 'text', required: true, fromRequest: true, sql: 'entity', filter: 'entity' },
  /** The project that the run belongs to. */
  project: { kind: 'text', required: true, fromRequest: true, sql: 'project', names: ['project'] },
  /** The display name; not unique. */
  displayName: {
    kind: 'text',
    sql: 'display_name',
    filter: 'displayName',
    order: 'display_name',
  },
  /** The run's state. */
  state: { kind: 'state', sql: 'state', filter: 'state', order: 'state' },
  /** When the run was created. */
  createdAt: {
    kind: 'time',
    required: true,
    sql: 'created_at',
    filter: 'createdAt',
    order: 'created_at',
  },
  /** The time of the run's last heartbeat; `undefined` if it has sent none. */
  heartbeatAt: {
    kind: 'time',
    sql: 'heartbeat_at',
    filter: 'heartbeatAt',
    order: 'heartbeat_at',
  },
  /** Tags, in the server's order. */
  tags: { kind: 'texts', required: true, sql: 'tags', filter: 'tags' },
  /** The run's group. */
  group: {
    kind: 'text',
    sql: 'run_group',
    filter: 'group',
    order: 'group',
    names: ['groupName', 'group_name'],
  },
  /** The job type, such as `train` or `eval`. */
  jobType: { kind: 'text', sql: 'job_type', filter: 'jobType', order: 'job_type' },
  /** The short id of the run's sweep. */
  sweepName: {
    kind: 'text',
    sql: 'sweep_name',
    filter: 'sweep',
    order: 'sweep',
    names: ['sweepName', 'sweep_name'],
  },
  /** The user who created the run; {@link unknownUser} if the server does not report one. */
  user: {
    kind: 'user',
    required: true,
    sql: 'username',
    filter: 'username',
    order: 'username',
    names: ['user'],
  },
  /** Notes, as shown on the run's page. */
  notes: { kind: 'text', sql: 'notes', names: ['notes'] },
  /** The older free text, separate from the notes. */
  description: { kind: 'text', sql: 'description', names: ['description'] },
  /** The Git commit of the code. */
  commit: { kind: 'text', sql: 'commit_hash', names: ['commit'] },
  /** The name of the machine that the run ran on. */
  host: { kind: 'text', sql: 'host', filter: 'host', order: 'host' },
  /** Whether the run is read-only for the API key. */
  readOnly: { kind: 'flag', sql: 'read_only' },
  /** The number of history rows. */
  historyLineCount: {
    kind: 'count',
    sql: 'history_line_count',
    names: ['historyLineCount', 'history_line_count'],
  },
  /** The compute time in seconds, as counted by the server. */
  computeSeconds: {
    kind: 'count',
    sql: 'compute_seconds',
    names: ['computeSeconds', 'compute_seconds'],
  },
  /** The base URL of the web app, without a trailing slash. */
  appUrl: { kind: 'text', required: true, fromRequest: true },
} as const

/** The names in a GraphQL node of the fields that are loaded on demand. */
export const heavyWireNames = {
  config: 'config',
  summary: 'summaryMetrics',
  systemMetrics: 'systemMetrics',
  historyKeys: 'historyKeys',
  loggedArtifactVersions: 'outputArtifacts',
  usedArtifactVersions: 'inputArtifacts',
  sweep: 'sweep',
  files: 'files',
} as const

/** The states of a run that has ended; `aborted` is an old word. */
export const endedStates: ReadonlyArray<RunState> = ['finished', 'failed', 'crashed', 'killed', 'preempted', 'aborted']

/** The rows by name, for code that handles every field alike. */
export const runFieldRows: Readonly<Record<string, RunField>> = runFields

type Rows = typeof runFields

/**
 * The fields that every run has, with the types of their values.
 *
 * @category Model
 * @since 0.2.0
 */
export type RunFieldValues = {
  readonly [K in keyof Rows]:
    | RunFieldKinds[Rows[K]['kind']]
    | (Rows[K] extends { readonly required: true } ? never : undefined)
}
