import type { RunFields } from '../types/run/RunHeavy.ts'
import type { RunState } from '../types/run/RunState.ts'
import type { Column, ColumnField, HistoryAggregate, HistoryAggregateColumn } from './Column.ts'

/**
 * Statistics of a metric's history as columns: `undefined` when the metric has no number. `first` and `last` are
 * its first and last value, of any type.
 *
 * @category Query
 * @since 0.1.0
 */
export interface HistoryColumns {
  /** The step of the largest number. */
  readonly argmax: Column<number | undefined, Pick<RunFields, 'history'>>
  /** The step of the smallest number. */
  readonly argmin: Column<number | undefined, Pick<RunFields, 'history'>>
  /** The first value. */
  readonly first: Column<unknown, Pick<RunFields, 'history'>>
  /** The last value. */
  readonly last: Column<unknown, Pick<RunFields, 'history'>>
  /** The largest number. */
  readonly max: Column<number | undefined, Pick<RunFields, 'history'>>
  /** The mean of the numbers. */
  readonly mean: Column<number | undefined, Pick<RunFields, 'history'>>
  /** The smallest number. */
  readonly min: Column<number | undefined, Pick<RunFields, 'history'>>
}

const field = <A, K extends keyof RunFields>(name: ColumnField): Column<A, Pick<RunFields, K>> => ({
  _tag: 'Field',
  name,
})

/**
 * The keys that lead to a value in a dict; at least one.
 *
 * @category Query
 * @since 0.1.0
 */
export type KeyPath = readonly [key: string, ...keys: ReadonlyArray<string>]

const config = <A = unknown>(...path: KeyPath): Column<A, { readonly config: unknown }> => ({ _tag: 'Config', path })
const summary = <A = unknown>(...path: KeyPath): Column<A, { readonly summary: unknown }> => ({ _tag: 'Summary', path })
const systemMetrics = (...path: KeyPath): Column<unknown, Pick<RunFields, 'systemMetrics'>> => ({
  _tag: 'SystemMetrics',
  path,
})

const history = (key: string): HistoryColumns => {
  const statistic = (name: HistoryAggregate): HistoryAggregateColumn => ({ _tag: 'History', key, figure: name })
  return {
    argmax: statistic('argmax'),
    argmin: statistic('argmin'),
    first: statistic('first'),
    last: statistic('last'),
    max: statistic('max'),
    mean: statistic('mean'),
    min: statistic('min'),
  }
}

/**
 * The columns of a run, and functions that make columns.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Columns {
  /** The Git commit of the code. */
  readonly commit: Column<string | undefined, Pick<RunFields, 'commit'>>
  /** The server's count of the run's compute time in seconds. */
  readonly computeSeconds: Column<number | undefined, Pick<RunFields, 'computeSeconds'>>
  /** A config value, by the keys that lead to it, each used as is. */
  readonly config: <A = unknown>(...path: KeyPath) => Column<A, { readonly config: unknown }>
  /** When the run was created. */
  readonly createdAt: Column<Date, Pick<RunFields, 'createdAt'>>
  /** The description, an older free-text field that exists alongside the notes. */
  readonly description: Column<string | undefined, Pick<RunFields, 'description'>>
  /** The display name. */
  readonly displayName: Column<string | undefined, Pick<RunFields, 'displayName'>>
  /** The entity that owns the project. */
  readonly entity: Column<string, Pick<RunFields, 'entity'>>
  /** The group of the run. */
  readonly group: Column<string | undefined, Pick<RunFields, 'group'>>
  /** When the run sent its last heartbeat. */
  readonly heartbeatAt: Column<Date | undefined, Pick<RunFields, 'heartbeatAt'>>
  /** Statistics of the history of a metric, whose name is used as is. */
  readonly history: (key: string) => HistoryColumns
  /** The number of history rows logged. */
  readonly historyLineCount: Column<number | undefined, Pick<RunFields, 'historyLineCount'>>
  /** The short id, as in the run's URL. */
  readonly id: Column<string, Pick<RunFields, 'id'>>
  /** The job type, such as `train`. */
  readonly jobType: Column<string | undefined, Pick<RunFields, 'jobType'>>
  /** The name as the web app shows it: the display name, or else the id. */
  readonly name: Column<string, Pick<RunFields, 'displayName' | 'id'>>
  /** The notes on the run's page. */
  readonly notes: Column<string | undefined, Pick<RunFields, 'notes'>>
  /** The project of the run. */
  readonly project: Column<string, Pick<RunFields, 'project'>>
  /** Whether the run is read-only for the API key that loaded it. */
  readonly readOnly: Column<boolean | undefined, Pick<RunFields, 'readOnly'>>
  /** Seconds from creation to the last heartbeat. */
  readonly runtime: Column<number, Pick<RunFields, 'createdAt' | 'heartbeatAt'>>
  /** The state, such as `running`. */
  readonly state: Column<RunState | undefined, Pick<RunFields, 'state'>>
  /** The server's internal id. */
  readonly storageId: Column<string, Pick<RunFields, 'storageId'>>
  /** A summary value, by the keys that lead to it, each used as is. */
  readonly summary: <A = unknown>(...path: KeyPath) => Column<A, { readonly summary: unknown }>
  /** The short id of the run's sweep. */
  readonly sweepName: Column<string | undefined, Pick<RunFields, 'sweepName'>>
  /** The last value of a system metric. */
  readonly systemMetrics: (...path: KeyPath) => Column<unknown, Pick<RunFields, 'systemMetrics'>>
  /** The tags. */
  readonly tags: Column<ReadonlyArray<string>, Pick<RunFields, 'tags'>>
  /** The username of the user who created the run; `undefined` for an unknown user. */
  readonly user: Column<string | undefined, Pick<RunFields, 'user'>>
}

/**
 * Columns: the values of a run that filters, orders, groups and tables refer to.
 *
 * - `config`, `summary` and `systemMetrics` take the keys that lead to a value, each used as is: `config('lr')`,
 *   `summary('val/loss')`, `config('optimizer', 'lr')`. A type argument sets the type of the values:
 *   `config<number>('lr')`.
 * - `history('loss').min` and the other members of `history` are statistics of a metric's history, which must have
 *   been loaded.
 * - `name` is the display name or else the id; `id` is the one in the run's URL; `user` is the username,
 *   `undefined` for an unknown user; `runtime` is the number of seconds from creation to the last heartbeat. The
 *   others are the fields of the record.
 *
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { columnValue } from 'wandb-run-ops/ops'
 *
 * const run = { config: { optimizer: { lr: 0.01 } }, summary: { 'val/loss': 0.3 } }
 *
 * columnValue(run, column.config('optimizer', 'lr')) // => 0.01
 * columnValue(run, column.summary('val/loss')) // => 0.3
 * ```
 * @category Query
 * @since 0.1.0
 */
export const column: Columns = {
  commit: /* @__PURE__ */ field<string | undefined, 'commit'>('commit'),
  computeSeconds: /* @__PURE__ */ field<number | undefined, 'computeSeconds'>('computeSeconds'),
  config,
  createdAt: /* @__PURE__ */ field<Date, 'createdAt'>('createdAt'),
  description: /* @__PURE__ */ field<string | undefined, 'description'>('description'),
  displayName: /* @__PURE__ */ field<string | undefined, 'displayName'>('displayName'),
  entity: /* @__PURE__ */ field<string, 'entity'>('entity'),
  group: /* @__PURE__ */ field<string | undefined, 'group'>('group'),
  heartbeatAt: /* @__PURE__ */ field<Date | undefined, 'heartbeatAt'>('heartbeatAt'),
  history,
  historyLineCount: /* @__PURE__ */ field<number | undefined, 'historyLineCount'>('historyLineCount'),
  id: /* @__PURE__ */ field<string, 'id'>('id'),
  jobType: /* @__PURE__ */ field<string | undefined, 'jobType'>('jobType'),
  name: /* @__PURE__ */ field<string, 'displayName' | 'id'>('name'),
  notes: /* @__PURE__ */ field<string | undefined, 'notes'>('notes'),
  project: /* @__PURE__ */ field<string, 'project'>('project'),
  readOnly: /* @__PURE__ */ field<boolean | undefined, 'readOnly'>('readOnly'),
  runtime: /* @__PURE__ */ field<number, 'createdAt' | 'heartbeatAt'>('runtime'),
  state: /* @__PURE__ */ field<RunState | undefined, 'state'>('state'),
  storageId: /* @__PURE__ */ field<string, 'storageId'>('storageId'),
  summary,
  sweepName: /* @__PURE__ */ field<string | undefined, 'sweepName'>('sweepName'),
  systemMetrics,
  tags: /* @__PURE__ */ field<ReadonlyArray<string>, 'tags'>('tags'),
  user: /* @__PURE__ */ field<string | undefined, 'user'>('user'),
}
