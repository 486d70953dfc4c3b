import * as E from 'fp-ts/lib/Either.js'
import type { Run } from '../types/run/Run.ts'
import { nearestNames } from '../types/wire/nearest.ts'
import { typeName } from '../types/wire/own.ts'
import { type Column, DEFAULT_ZONE, type DictColumn, isTime } from './Column.ts'
import { column as columns } from './columnBuilders.ts'
import { type ColumnField, columnRows } from './columnFields.ts'
import { dictNames, fieldNames } from './columnNames.ts'
import { type InvalidQuery, invalidQuery } from './Filter.ts'
import { MALFORMED, parseKeys, type WrittenKey } from './keyPath.ts'
import { type TimeUnit, timeUnitNames } from './time/calendar.ts'
import { timeZoneIssue } from './time/zone.ts'

type Dict = DictColumn['_tag']

type Read = E.Either<string, ReadonlyArray<Column>>

/** The names of dicts in texts: those of records, and those of the server. */
const dicts: ReadonlyMap<string, Dict> = new Map([...dictNames, ['summary', 'Summary']])

const knownNames = [...columnRows.keys(), ...fieldNames.keys(), ...dicts.keys()]

const aggregates = Object.keys(columns.history('')) as ReadonlyArray<keyof ReturnType<typeof columns.history>>

const isAggregate = (name: string): name is (typeof aggregates)[number] =>
  (aggregates as ReadonlyArray<string>).includes(name)

const joined = (keys: ReadonlyArray<WrittenKey>): string => keys.map(({ key }) => key).join('.')

/** The column of a metric's history; dots are part of the metric, because a history has no nested keys. */
const historyColumns = (keys: ReadonlyArray<WrittenKey>): Read => {
  const metric = keys.slice(0, -1)
  const aggregate = keys.at(-1)?.key ?? ''
  return isAggregate(aggregate) &&
    (metric.length === 1 || (metric.length > 1 && metric.every(({ isPlain }) => isPlain)))
    ? E.right([columns.history(joined(metric))[aggregate]])
    : E.left(`must be a metric with one of ${aggregates.join(', ')}, such as history.loss.min`)
}

/** On the server, `value` wraps each entry of a config. */
const isWrapped = (_tag: Dict, [, second]: ReadonlyArray<WrittenKey>): boolean =>
  _tag === 'Config' && second?.key === 'value' && second.isPlain

const dictColumns = (_tag: Dict, keys: ReadonlyArray<WrittenKey>): ReadonlyArray<Column> => {
  const path = keys.map(({ key }) => key)
  const paths = [
    ...(path.length > 1 && keys.every(({ isPlain }) => isPlain) ? [[joined(keys)]] : []),
    path,
    ...(isWrapped(_tag, keys) ? [path.toSpliced(1, 1)] : []),
  ]
  return paths.map((one) => ({ _tag, path: one }))
}

const written = (dict: string, key: string): string =>
  dict + (/^[\w/-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`)

const unknownName = (name: string, rest: string): string => {
  if (name === '') return MALFORMED
  const [nearest] = nearestNames(name, knownNames)
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}${rest}?`
  return rest === ''
    ? `is not a column.${hint} A logged value is ${written('summary', name)}, a config entry ${written('config', name)}`
    : `is not a column.${hint} Only config, summary, systemMetrics and history have keys`
}

/** `name` is the display name in records and texts, the id in the names of the server. */
const fieldNamed = (name: string): ColumnField | undefined =>
  columnRows.has(name) ? (name as ColumnField) : fieldNames.get(name)

const fieldColumns = (name: string): Read => {
  const field = fieldNamed(name)
  if (field !== undefined) return E.right([{ _tag: 'Field', name: field }])
  if (name === 'history') return historyColumns([])
  return E.left(dicts.has(name) ? `is a dict: name one of its keys, as in ${name}.loss` : unknownName(name, ''))
}

const units = new Map(Object.entries(timeUnitNames).map(([unit, name]) => [name, unit as TimeUnit]))

const TIME_GROUP = /^\.(\w+)(?:\(\s*(?:"([^"]*)"|'([^']*)')?\s*\))?$/

/** The start of a unit of a time, as in `createdAt.byDay("Europe/Berlin")`. */
const timeGroup = (of: ColumnField, text: string): Read => {
  const [, name = '', inDouble, zone = inDouble ?? DEFAULT_ZONE] = TIME_GROUP.exec(text) ?? []
  const unit = units.get(name)
  if (unit === undefined)
    return E.left(
      `is not a column: a time has ${[...units.keys()].join(', ')}, as in ${of}.byDay or ${of}.byDay("Europe/Berlin")`,
    )
  const issue = timeZoneIssue(zone)
  return issue === undefined
    ? E.right([{ _tag: 'StartOf', unit, of: { _tag: 'Field', name: of }, zone }])
    : E.left(`names a time zone that does not exist: it ${issue}`)
}

/** The field that a name means, if it is one of times. */
const timeField = (name: string): ColumnField | undefined => {
  const found = fieldNamed(name)
  return found !== undefined && isTime({ _tag: 'Field', name: found }) ? found : undefined
}

const readColumns = (text: string): Read => {
  if (text === '') return E.left('is empty: name a column, such as createdAt or summary.loss')
  const [name = ''] = /^[^.,[\]"]*/.exec(text) ?? []
  const rest = text.slice(name.length)
  if (rest === '') return fieldColumns(name)
  const time = timeField(name)
  if (time !== undefined && rest.startsWith('.')) return timeGroup(time, rest)
  const _tag = dicts.get(name)
  if (_tag === undefined && name !== 'history')
    return E.left(rest.startsWith(',') ? 'is a list: name one column' : unknownName(name, rest))
  const keys = parseKeys(rest)
  if (E.isLeft(keys)) return keys
  return _tag === undefined ? historyColumns(keys.right) : E.right(dictColumns(_tag, keys.right))
}

/**
 * The columns that a text may mean. `config.a.b` may be a key with a dot, or a nested key; a value at the first column
 * takes precedence, and the last column is the one that the text means by itself.
 */
export const columnReadings = (text: string): E.Either<InvalidQuery, ReadonlyArray<Column>> => {
  const trimmed = typeof text === 'string' ? text.trim() : ''
  const read: Read =
    typeof text === 'string'
      ? readColumns(trimmed)
      : E.left(`must be a string such as "config.lr", got ${typeName(text)}`)
  return E.mapLeft((reason: string) =>
    invalidQuery(['column'], trimmed === '' ? reason : `"${trimmed.slice(0, 100)}" ${reason}`),
  )(read)
}

/**
 * Parses a column written as text: `state`, `config.optimizer.lr`, `summary["val/loss"]`, `history.loss.min`,
 * `createdAt.byDay("Europe/Berlin")`.
 *
 * Keys are separated by dots, or put in brackets with single or double quotes; a key that has a dot, a comma, a quote or
 * a bracket must be in brackets. Elements of a list are counted from 0: `config.layers.0` or `config.layers[0]`. The
 * names that W&B uses are read, too: `summary_metrics.loss`, `config.lr.value`, `created_at`. A key `value` of a nested
 * config is written in brackets, as in `config.lr["value"]`. `name` is the display name, or else the id.
 *
 * @param text - A column.
 * @returns The column; or why the text is not a column, and what to write.
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { column, parseColumn } from 'wandb-run-ops/query'
 *
 * parseColumn('config.layers.0') // => E.right(column.config('layers', '0'))
 * parseColumn("summary_metrics['val/loss']") // => E.right(column.summary('val/loss'))
 * parseColumn('creatdAt') // => E.left({ _tag: 'InvalidQuery', field: 'column', reason: '"creatdAt" is not a column. Did you mean createdAt? A logged value is summary.creatdAt, a config entry config.creatdAt' })
 * ```
 * @category Query
 * @since 0.2.0
 */
export const parseColumn = (text: string): E.Either<InvalidQuery, Column<unknown, Run>> =>
  // What a column requires of a run is known only at compile time.
  E.map((readings: ReadonlyArray<Column>) => readings.at(-1) as Column<unknown, Run>)(columnReadings(text))
