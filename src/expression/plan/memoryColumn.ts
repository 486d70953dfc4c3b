import { type Column, DEFAULT_ZONE, type DictColumn, type FieldColumn } from '../../query/Column.ts'
import { isIndex } from '../../query/keyPath.ts'
import type { TimeUnit } from '../../query/time/calendar.ts'
import { timeZoneIssue } from '../../query/time/zone.ts'
import { fieldsRead, libraryOperation, recordOperation } from '../compile/lookup.ts'
import type { Chain, Expression } from '../syntax/Expression.ts'
import { isKeyPath } from '../values/path.ts'
import { fieldReads } from './columnOf.ts'

/** Whether a part is a run, or a list of runs. */
export type IsRuns = (part: Expression) => boolean

/** A column of runs in memory that has exactly the values that a part of an expression reads. */
export interface MemoryColumn {
  readonly column: Column
  /** The fields that every run needs to have, or else the part fails. */
  readonly needs: ReadonlyArray<string>
  /** The field that holds the dict of an entry. */
  readonly dict: string | undefined
  readonly isTime: boolean
  /** The field with the time of which it is the start of a unit. */
  readonly startOf?: string
  /** Whether its values are lists of strings. */
  readonly isList: boolean
}

const dicts: ReadonlyMap<string, DictColumn['_tag']> = new Map([
  ['config', 'Config'],
  ['summary', 'Summary'],
  ['systemMetrics', 'SystemMetrics'],
])

/** Fields of which the operation returns something else than the column has: a dict, a list, or another field. */
const others: ReadonlySet<string> = new Set(['heartbeatAt', 'project', 'tags', 'user'])

/** Tests whether a part is the value of a name. */
export const isNameOf =
  (name: string) =>
  (part: Expression): boolean =>
    part._tag === 'Name' && part.name === name

/** Whether a part is an operation without arguments on a run, or on each run of a list. */
const isOperationOn = (part: Expression, isRuns: IsRuns): part is Expression & { _tag: 'Chain' } =>
  part._tag === 'Chain' &&
  part.args.length === 0 &&
  isRuns(part.receiver) &&
  libraryOperation('list', part.name) === undefined &&
  libraryOperation('any', part.name) === undefined

const fieldColumn = (name: string): MemoryColumn | undefined => {
  const read = others.has(name) ? undefined : fieldReads.get(name)
  const operation = recordOperation('run', name)
  if (read === undefined || operation === undefined) return undefined
  return {
    column: read.column,
    needs: fieldsRead(operation),
    dict: undefined,
    isTime: read.type === 'date',
    isList: false,
  }
}

/** Units that start at the same time in columns and in expressions; weeks do not. */
const units: ReadonlySet<string> = new Set<TimeUnit>(['day', 'hour', 'month'])

/** The start of the unit of a time, such as `row.createdAt.day("Europe/Berlin")`. */
const startColumn = ({ name, receiver, args: [arg, ...more] }: Chain, isRuns: IsRuns): MemoryColumn | undefined => {
  if (!units.has(name) || receiver._tag !== 'Chain' || !isOperationOn(receiver, isRuns) || more.length > 0)
    return undefined
  const zone = arg === undefined ? DEFAULT_ZONE : arg._tag === 'Literal' ? arg.value : undefined
  const read = fieldColumn(receiver.name)
  if (typeof zone !== 'string' || timeZoneIssue(zone) !== undefined || read?.isTime !== true) return undefined
  const of = read.column as FieldColumn
  return { ...read, column: { _tag: 'StartOf', unit: name as TimeUnit, of, zone }, startOf: receiver.name }
}

/**
 * Returns the column that a part reads of a run, or of each run of a list; `undefined` if there is none with exactly the
 * same values.
 *
 * Only keys in brackets are columns: after a dot, a config that has the fields of a record has no keys. A key with dots
 * may be a path, and on the way to a nested key there may be lists.
 */
export const memoryColumnOf = (part: Expression, isRuns: IsRuns): MemoryColumn | undefined => {
  if (part._tag === 'Chain') return isOperationOn(part, isRuns) ? fieldColumn(part.name) : startColumn(part, isRuns)
  if (part._tag !== 'Subscript' || part.key._tag !== 'Literal') return undefined
  const { receiver, key } = part
  if (typeof key.value !== 'string' || isKeyPath(key.value) || isIndex(key.value)) return undefined
  const _tag = isOperationOn(receiver, isRuns) ? dicts.get(receiver.name) : undefined
  if (_tag === undefined || !isOperationOn(receiver, isRuns)) return undefined
  return {
    column: { _tag, path: [key.value] },
    needs: [receiver.name],
    dict: receiver.name,
    isTime: false,
    isList: false,
  }
}

/** The column of a run's tags. */
export const tagsColumn: MemoryColumn = {
  column: { _tag: 'Field', name: 'tags' },
  needs: ['tags'],
  dict: undefined,
  isTime: false,
  isList: true,
}
