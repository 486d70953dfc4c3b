import { isObject, type UnknownRecord } from '../types/wire/own.ts'
import { type ColumnField, type ColumnKinds, columnRows } from './columnFields.ts'
import { isTimeUnit, type TimeUnit, timeUnitNames } from './time/calendar.ts'

/**
 * A column that reads a run field.
 *
 * @category Query
 * @since 0.1.0
 */
export interface FieldColumn {
  /** Discriminant: a field of the run itself. */
  readonly _tag: 'Field'
  /** The field. */
  readonly name: ColumnField
}

/**
 * A column that reads a value in a run's config, summary or system metrics.
 *
 * @category Query
 * @since 0.1.0
 */
export interface DictColumn {
  /** The dict. */
  readonly _tag: 'Config' | 'Summary' | 'SystemMetrics'
  /** The path of keys to the value, each taken literally: `['val/loss']`, `['optimizer', 'lr']`. */
  readonly path: ReadonlyArray<string>
}

/**
 * An aggregate over all values of a metric, as computed by `historyMin` and similar operations.
 *
 * @category Query
 * @since 0.1.0
 */
export type HistoryAggregate = 'argmax' | 'argmin' | 'first' | 'last' | 'max' | 'mean' | 'min'

/**
 * A column that reads an aggregate of a metric's history.
 *
 * @category Query
 * @since 0.1.0
 */
export interface HistoryAggregateColumn {
  /** Discriminant: an aggregate of the history. */
  readonly _tag: 'History'
  /** The metric, taken literally. */
  readonly key: string
  /** The aggregate. */
  readonly aggregate: HistoryAggregate
}

/**
 * A column that reads the start of the hour, day, week or month of a time, on the clocks of a time zone.
 *
 * @category Query
 * @since 0.2.0
 */
export interface StartOfColumn {
  /** Discriminant: the start of a unit of time. */
  readonly _tag: 'StartOf'
  /** The unit. */
  readonly unit: TimeUnit
  /** The field with the time. */
  readonly of: FieldColumn
  /** The name of the time zone, such as `UTC` or `Europe/Berlin`. */
  readonly zone: string
}

/**
 * A value that can be read from a run, as plain JSON data that can be stored and sent.
 *
 * The type parameters exist only at compile time.
 *
 * @typeParam A - The type of the column's values.
 * @typeParam R - What a run must have for the column to be read; `never` if that is unknown.
 * @category Query
 * @since 0.1.0
 */
export type Column<A = unknown, R = never> = (FieldColumn | DictColumn | HistoryAggregateColumn | StartOfColumn) & {
  /** Never set: carries the types. */
  readonly _reads?: (run: R) => A
}

const kindOf = (column: Column): keyof ColumnKinds | undefined =>
  column._tag === 'StartOf'
    ? kindOf(column.of)
    : column._tag === 'Field'
      ? columnRows.get(column.name)?.kind
      : undefined

/** The type that all values of a field have. */
export type FieldType = 'boolean' | 'list' | 'number' | 'text' | 'time'

const typeOfKind: Readonly<Record<keyof ColumnKinds, FieldType>> = {
  count: 'number',
  flag: 'boolean',
  number: 'number',
  runId: 'text',
  state: 'text',
  storageId: 'text',
  text: 'text',
  texts: 'list',
  time: 'time',
  user: 'text',
}

/** The type of a column that reads a field; `undefined` for others, whose values may have any type. */
export const fieldType = (column: Column): FieldType | undefined => {
  const kind = kindOf(column)
  return kind === undefined ? undefined : typeOfKind[kind]
}

/** Whether a column's values are times. */
export const isTime = (column: Column): boolean => kindOf(column) === 'time'

const isField = (u: UnknownRecord): boolean => u['_tag'] === 'Field' && typeof u['name'] === 'string'

/** Whether a value has the shape of a column: a stored query need not match its type. */
export const isColumn = (u: unknown): u is Column => {
  if (!isObject(u)) return false
  switch (u['_tag']) {
    case 'Field':
      return isField(u)
    case 'History':
      return typeof u['key'] === 'string' && typeof u['aggregate'] === 'string'
    case 'StartOf':
      return isTimeUnit(u['unit']) && typeof u['zone'] === 'string' && isObject(u['of']) && isField(u['of'])
    case 'Config':
    case 'Summary':
    case 'SystemMetrics':
      // A copy has no holes, which `every` would skip.
      return Array.isArray(u['path']) && [...u['path']].every((key) => typeof key === 'string')
    default:
      return false
  }
}

const IDENTIFIER = /^[$_\p{ID_Start}][$\p{ID_Continue}]*$/u

/** A property access in JavaScript syntax. */
const keyAccess = (key: string): string => (IDENTIFIER.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`)

/** After a config key, `.value` is the wrapper of the entry on the server, so a key of that name is in brackets. */
const dictAccess = (dict: DictColumn['_tag'], key: string, depth: number): string =>
  dict === 'Config' && depth === 1 && key === 'value' ? '["value"]' : keyAccess(key)

const dicts = { Config: 'config', Summary: 'summary', SystemMetrics: 'systemMetrics' } as const

/** The zone of {@link StartOfColumn} unless another is given. */
export const DEFAULT_ZONE = 'UTC'

/**
 * A column as shown to users: `state`, `config.optimizer.lr`, `summary["val/loss"]`, `history.loss.min`,
 * `createdAt.byDay("Europe/Berlin")`.
 */
export const columnLabel = (column: Column): string => {
  switch (column._tag) {
    case 'Field':
      return column.name
    case 'History':
      return `history${keyAccess(column.key)}.${column.aggregate}`
    case 'StartOf': {
      const zone = column.zone === DEFAULT_ZONE ? '' : `(${JSON.stringify(column.zone)})`
      return `${column.of.name}.${timeUnitNames[column.unit]}${zone}`
    }
    default:
      return dicts[column._tag] + column.path.map((key, depth) => dictAccess(column._tag, key, depth)).join('')
  }
}

/**
 * The fields that a run needs for a column, or for all columns of a union, to be read.
 *
 * @typeParam C - The column's type, or a union of several.
 * @category Query
 * @since 0.1.0
 */
export type ColumnRun<C extends Column> = NonNullable<C['_reads']> extends (run: infer R) => unknown ? R : never

/**
 * The type of the values of a column.
 *
 * @typeParam C - The column's type.
 * @category Query
 * @since 0.1.0
 */
export type ColumnType<C extends Column> = NonNullable<C['_reads']> extends (run: never) => infer A ? A : never
