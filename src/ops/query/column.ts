import type { Column, ColumnField, FigureColumn, HistoryFigure } from '../../types/query/Column.ts'
import type { RunState } from '../../types/RunState.ts'
import type { RunFields } from '../../types/RunWith.ts'

/**
 * The figures of one metric's history, each a column: `undefined` where the metric has no number. `first` and `last` are
 * its first and last value, whatever type that has.
 *
 * @category Query
 * @since 0.1.0
 */
export interface HistoryColumns {
  /** The step of the greatest number. */
  readonly argmax: Column<number | undefined, Pick<RunFields, 'history'>>
  /** The step of the least number. */
  readonly argmin: Column<number | undefined, Pick<RunFields, 'history'>>
  /** The first value. */
  readonly first: Column<unknown, Pick<RunFields, 'history'>>
  /** The last value. */
  readonly last: Column<unknown, Pick<RunFields, 'history'>>
  /** The greatest number. */
  readonly max: Column<number | undefined, Pick<RunFields, 'history'>>
  /** The mean of the numbers. */
  readonly mean: Column<number | undefined, Pick<RunFields, 'history'>>
  /** The least number. */
  readonly min: Column<number | undefined, Pick<RunFields, 'history'>>
}

const field = <A, K extends keyof RunFields>(name: ColumnField): Column<A, Pick<RunFields, K>> => ({
  _tag: 'Field',
  name,
})

/**
 * The keys that lead to a value of a dict: one at least.
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
  const figure = (name: HistoryFigure): FigureColumn => ({ _tag: 'History', key, figure: name })
  return {
    argmax: figure('argmax'),
    argmin: figure('argmin'),
    first: figure('first'),
    last: figure('last'),
    max: figure('max'),
    mean: figure('mean'),
    min: figure('min'),
  }
}

/**
 * The columns of a run, and the makers of columns.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Columns {
  /** The Git commit of the code. */
  readonly commit: Column<string | undefined, Pick<RunFields, 'commit'>>
  /** The server's count of the run's time in seconds. */
  readonly computeSeconds: Column<number | undefined, Pick<RunFields, 'computeSeconds'>>
  /** A value of the config, by the keys that lead to it, each taken whole. */
  readonly config: <A = unknown>(...path: KeyPath) => Column<A, { readonly config: unknown }>
  /** When the run was created. */
  readonly createdAt: Column<Date, Pick<RunFields, 'createdAt'>>
  /** The older free text beside the notes. */
  readonly description: Column<string | undefined, Pick<RunFields, 'description'>>
  /** The name that people gave the run. */
  readonly displayName: Column<string | undefined, Pick<RunFields, 'displayName'>>
  /** The entity that owns the project. */
  readonly entity: Column<string, Pick<RunFields, 'entity'>>
  /** The group that the run was put in. */
  readonly group: Column<string | undefined, Pick<RunFields, 'group'>>
  /** When the run last sent a sign of life. */
  readonly heartbeatAt: Column<Date | undefined, Pick<RunFields, 'heartbeatAt'>>
  /** Figures of the history of a metric, taken whole. */
  readonly history: (key: string) => HistoryColumns
  /** The number of rows logged. */
  readonly historyLineCount: Column<number | undefined, Pick<RunFields, 'historyLineCount'>>
  /** The short id, as in the run's URL. */
  readonly id: Column<string, Pick<RunFields, 'id'>>
  /** What the run is for, such as `train`. */
  readonly jobType: Column<string | undefined, Pick<RunFields, 'jobType'>>
  /** What people see: the display name, or else the id. */
  readonly name: Column<string, Pick<RunFields, 'displayName' | 'id'>>
  /** Notes, as shown on the run's page. */
  readonly notes: Column<string | undefined, Pick<RunFields, 'notes'>>
  /** The project that the run belongs to. */
  readonly project: Column<string, Pick<RunFields, 'project'>>
  /** Whether this key may not change the run. */
  readonly readOnly: Column<boolean | undefined, Pick<RunFields, 'readOnly'>>
  /** Seconds from creation to the last heartbeat. */
  readonly runtime: Column<number, Pick<RunFields, 'createdAt' | 'heartbeatAt'>>
  /** What the run is doing. */
  readonly state: Column<RunState | undefined, Pick<RunFields, 'state'>>
  /** The server's own id. */
  readonly storageId: Column<string, Pick<RunFields, 'storageId'>>
  /** A value of the summary, by the keys that lead to it, each taken whole. */
  readonly summary: <A = unknown>(...path: KeyPath) => Column<A, { readonly summary: unknown }>
  /** The short id of the sweep that the run belongs to. */
  readonly sweepName: Column<string | undefined, Pick<RunFields, 'sweepName'>>
  /** The last value of a machine metric. */
  readonly systemMetrics: (...path: KeyPath) => Column<unknown, Pick<RunFields, 'systemMetrics'>>
  /** Labels. */
  readonly tags: Column<ReadonlyArray<string>, Pick<RunFields, 'tags'>>
  /** The login name of who made the run; `undefined` for an unknown user. */
  readonly user: Column<string | undefined, Pick<RunFields, 'user'>>
}

/**
 * Columns: what filters, orders, groups and tables ask of a run.
 *
 * - `config`, `summary` and `systemMetrics` take the keys that lead to a value, each taken whole: `config('lr')`,
 *   `summary('val/loss')`, `config('optimizer', 'lr')`. Who knows the type of the values gives it:
 *   `config<number>('lr')`.
 * - `history('loss').min` and its like are figures of a metric's history, which must have been loaded.
 * - `name` is what people see, the display name or else the id; `id` is the one in the run's URL; `user` is the login
 *   name, `undefined` for an unknown user; `runtime` is in seconds, from creation to the last heartbeat. The others are
 *   the record's fields.
 *
 * @example
 * ```ts
 * import { column, columnValue } from 'wandb-run-ops/ops'
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
