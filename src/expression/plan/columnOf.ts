import type { Column, DictColumn } from '../../query/Column.ts'
import { type ColumnField, type ColumnKinds, columnRows } from '../../query/columnFields.ts'
import { libraryOperation } from '../compile/lookup.ts'
import { isTagName } from '../compile/tags.ts'
import type { Expression } from '../syntax/Expression.ts'
import type { Kind } from '../values/LibraryOperation.ts'
import { isKeyPath } from '../values/path.ts'

/** How a part of a condition reads a column of a run. */
export interface ColumnRead {
  readonly column: Column
  /** The type of its values; entries of config and summary may have any type, including lists. */
  readonly type: 'any' | 'boolean' | 'date' | 'number' | 'string'
  /** Whether the value may be missing. */
  readonly isNullable: boolean
  /** The maximum difference between the server's number and the record's. */
  readonly slack?: number
  /** The column to use if the value is missing. */
  readonly fallback?: Column
  /** The string in the record if the column has no value. */
  readonly absent?: string
}

/** The types of the values of a kind in an expression. */
const types: Readonly<Record<keyof ColumnKinds, ColumnRead['type'] | undefined>> = {
  count: 'number',
  flag: 'boolean',
  number: 'number',
  runId: 'string',
  state: 'string',
  storageId: 'string',
  text: 'string',
  // Conditions do not compare whole lists and users.
  texts: undefined,
  time: 'date',
  user: undefined,
}

/** Where an operation differs from the column of its name. */
const differences: Partial<Readonly<Record<ColumnField, Partial<ColumnRead>>>> = {
  heartbeatAt: { isNullable: false, fallback: { _tag: 'Field', name: 'createdAt' } },
  // The server may count whole seconds.
  runtime: { slack: 1 },
}

/** The operations on a run that read a column. */
export const fieldReads: ReadonlyMap<string, ColumnRead> = new Map(
  [...columnRows].flatMap(([key, { kind, required = false }]) => {
    const type = types[kind]
    const name = key as ColumnField
    const column: Column = { _tag: 'Field', name }
    return type === undefined ? [] : [[name, { column, type, isNullable: !required, ...differences[name] }]]
  }),
)

const kinds: ReadonlyArray<Kind> = ['any', 'boolean', 'date', 'dict', 'list', 'number', 'string']

/** Whether a name after a dot is not an operation, and thus a key of a dict. */
export const isKeyName = (name: string): boolean =>
  !isTagName(name) && kinds.every((kind) => libraryOperation(kind, name) === undefined)

/** Whether a part is an operation on the run, without arguments. */
export const isRunOperation = (part: Expression, row: string, name?: string): boolean =>
  part._tag === 'Chain' &&
  part.args.length === 0 &&
  part.receiver._tag === 'Name' &&
  part.receiver.name === row &&
  (name === undefined || part.name === name)

const dicts: ReadonlyMap<string, DictColumn['_tag']> = new Map([
  ['config', 'Config'],
  ['summary', 'Summary'],
])

const dictColumn = (part: Expression, row: string): DictColumn | undefined => {
  if (part._tag !== 'Chain' && part._tag !== 'Subscript') return undefined
  const { receiver } = part
  const key =
    part._tag === 'Chain'
      ? part.args.length === 0 && isKeyName(part.name)
        ? part.name
        : undefined
      : part.key._tag === 'Literal'
        ? part.key.value
        : undefined
  if (typeof key !== 'string' || isKeyPath(key)) return undefined
  if (receiver._tag === 'Chain' && isRunOperation(receiver, row)) {
    const _tag = dicts.get(receiver.name)
    return _tag && { _tag, path: [key] }
  }
  const outer = dictColumn(receiver, row)
  // After a dot, a nested value may have any type, for which the name may not be a key.
  return outer && part._tag === 'Subscript' ? { ...outer, path: [...outer.path, key] } : undefined
}

/** How a part of a condition reads a column of the run; `undefined` if it does not. */
export const columnReadOf = (part: Expression, row: string): ColumnRead | undefined => {
  if (part._tag === 'Chain' && isRunOperation(part, row)) return fieldReads.get(part.name)
  if (
    part._tag === 'Chain' &&
    part.name === 'username' &&
    part.args.length === 0 &&
    isRunOperation(part.receiver, row, 'user')
  )
    return { column: { _tag: 'Field', name: 'user' }, type: 'string', isNullable: false, absent: '' }
  const column = dictColumn(part, row)
  return column && { column, type: 'any', isNullable: true }
}

/** Whether a part looks up a key with dots, which may be a key or a path. */
export const hasDottedKey = (part: Expression): boolean =>
  part._tag === 'Subscript' &&
  part.key._tag === 'Literal' &&
  typeof part.key.value === 'string' &&
  isKeyPath(part.key.value)
