import type { Column, DictColumn } from '../../query/Column.ts'
import { isIndex } from '../../query/keyPath.ts'
import { fieldsRead, libraryOperation, recordOperation } from '../compile/lookup.ts'
import type { Expression } from '../syntax/Expression.ts'
import { isKeyPath } from '../values/path.ts'
import { fieldReads } from './columnOf.ts'

/** A column of runs in memory that has exactly the values that a part of an expression reads. */
export interface MemoryColumn {
  readonly column: Column
  /** The fields that every run needs to have, or else the part fails. */
  readonly needs: ReadonlyArray<string>
  /** The field that holds the dict of an entry. */
  readonly dict: string | undefined
  readonly isTime: boolean
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
const isOperationOn = (
  part: Expression,
  isRuns: (part: Expression) => boolean,
): part is Expression & { _tag: 'Chain' } =>
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

/**
 * Returns the column that a part reads of a run, or of each run of a list; `undefined` if there is none with exactly the
 * same values.
 *
 * Only keys in brackets are columns: after a dot, a config that has the fields of a record has no keys. A key with dots
 * may be a path, and on the way to a nested key there may be lists.
 */
export const memoryColumnOf = (part: Expression, isRuns: (part: Expression) => boolean): MemoryColumn | undefined => {
  if (part._tag === 'Chain') return isOperationOn(part, isRuns) ? fieldColumn(part.name) : undefined
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
