import type { runFields } from '../types/run/fields.ts'
import type { RunFields } from '../types/run/RunHeavy.ts'
import type { Column, HistoryAggregate, HistoryAggregateColumn } from './Column.ts'
import { type ColumnKinds, columnRows, type computedColumns, type RecordColumn } from './columnFields.ts'

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
  const statistic = (name: HistoryAggregate): HistoryAggregateColumn => ({ _tag: 'History', key, aggregate: name })
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

type RecordRows = Pick<typeof runFields, RecordColumn>

/**
 * The columns that read a field of the record.
 *
 * @category Query
 * @since 0.2.0
 */
export type RecordColumns = {
  readonly [K in keyof RecordRows]: Column<
    ColumnKinds[RecordRows[K]['kind']] | (RecordRows[K] extends { readonly required: true } ? never : undefined),
    Pick<RunFields, K>
  >
}

type ComputedRows = typeof computedColumns

/**
 * The columns that are computed from fields of the record.
 *
 * @category Query
 * @since 0.2.0
 */
export type ComputedColumns = {
  readonly [K in keyof ComputedRows]: Column<
    ColumnKinds[ComputedRows[K]['kind']],
    Pick<RunFields, ComputedRows[K]['reads'][number]>
  >
}

/**
 * The columns of a run, and functions that make columns.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Columns extends RecordColumns, ComputedColumns {
  /** A config value, by the keys that lead to it, each used as is. */
  readonly config: <A = unknown>(...path: KeyPath) => Column<A, { readonly config: unknown }>
  /** Statistics of the history of a metric, whose name is used as is. */
  readonly history: (key: string) => HistoryColumns
  /** A summary value, by the keys that lead to it, each used as is. */
  readonly summary: <A = unknown>(...path: KeyPath) => Column<A, { readonly summary: unknown }>
  /** The last value of a system metric. */
  readonly systemMetrics: (...path: KeyPath) => Column<unknown, Pick<RunFields, 'systemMetrics'>>
  /** The username of the user who created the run; `undefined` for an unknown user. */
  readonly user: RecordColumns['user']
}

const fieldColumns = (): RecordColumns & ComputedColumns =>
  Object.fromEntries([...columnRows.keys()].map((name) => [name, { _tag: 'Field', name }])) as never

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
export const column: Columns = { ...fieldColumns(), config, history, summary, systemMetrics }
