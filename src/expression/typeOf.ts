import type { Receiver } from '../ops/Operation.ts'
import { setOwn } from '../types/codec/setOwn.ts'
import { showType } from './showType.ts'
import {
  anyType,
  booleanType,
  dateType,
  dictType,
  listType,
  noneType,
  numberType,
  recordType,
  stringType,
  type Type,
  unionType,
} from './Type.ts'

/** Fields that only records of a kind have together. */
const marks: ReadonlyArray<readonly [Receiver, ReadonlyArray<string>]> = [
  ['run', ['storageId', 'heartbeatAt', 'jobType', 'sweepName']],
  ['artifactVersion', ['digest', 'aliases', 'version', 'commitHash']],
  ['artifact', ['entity', 'project', 'kind', 'type']],
  ['history', ['columns', 'steps', 'keys', 'sampled']],
  ['sweep', ['bestLoss', 'expectedRunCount', 'method']],
  ['file', ['md5', 'mimetype', 'directUrl']],
  ['report', ['spec', 'displayName', 'appUrl']],
  ['project', ['access', 'isBenchmark', 'lastActiveAt']],
  ['artifactType', ['id', 'entity', 'project', 'description', 'createdAt']],
  ['entity', ['id', 'name', 'isTeam']],
  ['user', ['id', 'username', 'name']],
]

const base = Object.prototype

const hasMarksOfRun = (value: object): boolean =>
  'storageId' in value && 'heartbeatAt' in value && 'jobType' in value && 'sweepName' in value

/**
 * Whether a value is a run as the loader makes them. There may be very many, and an engine answers `in` much faster than
 * it finds out what a value has itself; the two are the same where nothing is inherited.
 */
const isPlainRun = (value: object): boolean =>
  hasMarksOfRun(value) &&
  Object.getPrototypeOf(value) === base &&
  !('storageId' in base || 'heartbeatAt' in base || 'jobType' in base || 'sweepName' in base)

/**
 * Which kind of record a value is; `undefined` for a dict.
 *
 * @internal
 */
export const receiverOf = (value: object): Receiver | undefined => {
  if (isPlainRun(value)) return 'run'
  return marks.find(([, fields]) => fields.every((field) => Object.hasOwn(value, field)))?.[0]
}

const recordTypes: ReadonlyMap<Receiver, Type> = new Map(marks.map(([receiver]) => [receiver, recordType(receiver)]))

/** The elements of a list that is longer than this are looked at only for whether they are all of one kind. */
const SAMPLE = 100

const isNone = (value: unknown): boolean => value === null || value === undefined

/** The type of a value that has no parts, and of a record; `undefined` for a dict and a list. */
const simpleType = (value: unknown): Type | undefined => {
  if (isNone(value)) return noneType
  if (typeof value === 'number') return numberType
  if (typeof value === 'string') return stringType
  if (typeof value === 'boolean') return booleanType
  if (value instanceof Date) return dateType
  // Functions of the host are no data, and stand for nothing.
  if (typeof value !== 'object' || value === null) return noneType
  const receiver = Array.isArray(value) ? undefined : receiverOf(value)
  return receiver && recordTypes.get(receiver)
}

const keyOf = (type: Type): string => (type._tag === 'Record' ? type.receiver : showType(type))

const typeOfList = (items: ReadonlyArray<unknown>): Type => {
  if (items.length <= SAMPLE) return listType(unionType(items.map(typeOf)))
  const kinds = new Map<string, Type>()
  let last: Type | undefined
  for (const item of items) {
    const type = simpleType(item)
    if (type === undefined) return listType(anyType)
    if (type !== last) kinds.set(keyOf(type), type)
    last = type
  }
  return listType(unionType([...kinds.values()]))
}

/**
 * Gives the type of a value: of records, which kind they are; of dicts, their entries; of lists, what their elements have
 * in common.
 *
 * @param value - A value.
 * @returns The type; `any` for the elements of a long list with dicts or lists; `none` for what is no data, such as a function.
 * @example
 * ```ts
 * import { showType, typeOf } from 'wandb-run-ops/expression'
 *
 * showType(typeOf([{ lr: 0.1 }, { lr: null }])) // => 'list<dict<lr: number> | dict<lr: none>>'
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const typeOf = (value: unknown): Type => {
  const simple = simpleType(value)
  if (simple !== undefined) return simple
  if (Array.isArray(value)) return typeOfList(value)
  const entries: Record<string, Type> = {}
  for (const [key, part] of Object.entries(value as object)) setOwn(entries, key, typeOf(part))
  return dictType(entries)
}
