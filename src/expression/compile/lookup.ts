import { identity } from 'fp-ts/lib/function.js'
import { operations } from '../../ops/generated/operations.ts'
import { historyRows } from '../../ops/history/rows.ts'
import type { Operation, Receiver } from '../../ops/Operation.ts'
import type { History } from '../../types/run/History.ts'
import type { UnknownRecord } from '../../types/wire/own.ts'
import { library } from '../library/library.ts'
import { readType } from '../types/showType.ts'
import { anyType, dictType, listType, maybeType, stringType, type Type } from '../types/Type.ts'
import type { Kind, LibraryOperation } from '../values/LibraryOperation.ts'

/** The type of a record's project, which is known without a request. */
export const projectType: Type = dictType({ name: stringType, entity: stringType })

/** The type of the project of records that may not have one. */
const maybeProjectType: Type = maybeType(dictType({ name: stringType, entity: maybeType(stringType) }))

/** Returns the project of a record; `null` if it has no name. */
export const projectOf = (record: unknown, name: unknown): UnknownRecord | null =>
  typeof name === 'string' ? { name, entity: (record as UnknownRecord)['entity'] ?? null } : null

/** The name after the dot: `jobType` for `run-jobType`. */
export const chainName = ({ name }: Pick<Operation, 'name'>): string => name.slice(name.indexOf('-') + 1)

const indexed = <A, K>(all: ReadonlyArray<A>, group: (a: A) => K, name: (a: A) => string): Map<K, Map<string, A>> => {
  const groups = new Map<K, Map<string, A>>()
  for (const a of all) {
    const members = groups.get(group(a)) ?? new Map<string, A>()
    groups.set(group(a), members.set(name(a), a))
  }
  return groups
}

const ofRecords = indexed(operations, ({ receiver }) => receiver, chainName)
const ofKinds = indexed(
  library,
  ({ kind }) => kind,
  ({ chain }) => chain,
)

export const recordOperation = (receiver: Receiver, name: string): Operation | undefined =>
  ofRecords.get(receiver)?.get(name)

/** The record operations with a name after the dot, of any receiver. */
export const recordOperationsNamed = (name: string): ReadonlyArray<Operation> =>
  [...ofRecords.values()].flatMap((members) => members.get(name) ?? [])

export const libraryOperation = (kind: Kind, name: string): LibraryOperation | undefined => ofKinds.get(kind)?.get(name)

/** Whether any record or value has an operation with a name after the dot. */
export const isOperationName = (name: string): boolean =>
  [...ofRecords.values(), ...ofKinds.values()].some((members) => members.has(name))

/** The names of the operations on a kind of record or value. */
export const operationNamesOf = (group: Receiver | Kind): ReadonlyArray<string> => [
  ...(ofRecords.get(group as Receiver)?.keys() ?? []),
  ...(ofKinds.get(group as Kind)?.keys() ?? []),
]

const rows = listType(dictType({}, anyType))

/** How an expression reads the result of a registry operation. */
interface ResultReader {
  readonly type: Type
  readonly read: (result: unknown, record: unknown) => unknown
}

const readsProject = (operation: Operation): boolean =>
  chainName(operation) === 'project' && ['string', 'maybe<string>'].includes(operation.returns.type)

/** The fields of a record that an operation reads in an expression, which adds the entity to a project. */
export const fieldsRead = (operation: Operation): ReadonlyArray<string> =>
  readsProject(operation) ? [...operation.needs, 'entity'] : operation.needs

/** How an expression reads the result of an operation: a history as a list of rows, a project as a dict with its entity. */
export const resultReader = (operation: Operation): ResultReader => {
  const { type } = operation.returns
  if (type === 'history') return { type: rows, read: (result) => historyRows(result as History) }
  if (readsProject(operation))
    return {
      type: type === 'string' ? projectType : maybeProjectType,
      read: (result, record) => projectOf(record, result),
    }
  return { type: readType(type), read: identity }
}

/** The kind of a value that is not a record. */
export const kindOf = (value: unknown): Exclude<Kind, 'any'> => {
  if (Array.isArray(value)) return 'list'
  if (value instanceof Date) return 'date'
  const type = typeof value
  if (type === 'bigint') return 'number'
  return type === 'number' || type === 'string' || type === 'boolean' ? type : 'dict'
}

/** The names after a dot for values of a type and their elements. */
export const memberNames = (type: Type): ReadonlyArray<string> => {
  switch (type._tag) {
    case 'Maybe':
      return memberNames(type.of)
    case 'List':
      return [...operationNamesOf('any'), ...operationNamesOf('list'), ...memberNames(type.of)]
    case 'Record':
      return [...operationNamesOf('any'), ...operationNamesOf(type.receiver)]
    case 'Scalar':
      return [...operationNamesOf('any'), ...operationNamesOf(type.name)]
    case 'Dict':
      return [...operationNamesOf('any'), ...operationNamesOf('dict'), ...Object.keys(type.entries)]
    default:
      return operationNamesOf('any')
  }
}
