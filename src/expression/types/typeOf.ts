import type { Receiver } from '../../ops/Operation.ts'
import { isNone, setOwn } from '../../types/wire/own.ts'
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

/** Combinations of fields that identify the kinds of records. */
const signatures: ReadonlyArray<readonly [Receiver, ReadonlyArray<string>]> = [
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

const hasRunSignature = (value: object): boolean =>
  'storageId' in value && 'heartbeatAt' in value && 'jobType' in value && 'sweepName' in value

/**
 * Recognizes runs as the loader makes them. `in` is faster than `hasOwn`, and equivalent if nothing is inherited: an
 * expression over 100,000 runs takes 25 % less time.
 */
const fastIsRun = (value: object): boolean =>
  hasRunSignature(value) &&
  Object.getPrototypeOf(value) === base &&
  !('storageId' in base || 'heartbeatAt' in base || 'jobType' in base || 'sweepName' in base)

/**
 * Returns the kind of record of a value; `undefined` for a dict.
 *
 * @internal
 */
export const receiverOf = (value: object): Receiver | undefined => {
  if (fastIsRun(value)) return 'run'
  return signatures.find(([, fields]) => fields.every((field) => Object.hasOwn(value, field)))?.[0]
}

const recordTypes: ReadonlyMap<Receiver, Type> = new Map(
  signatures.map(([receiver]) => [receiver, recordType(receiver)]),
)

/** As deep as an expression may be. */
const MAX_DEPTH = 400

/** Longer lists are typed by the kinds of their elements alone. */
const MAX_TYPED = 100

/** The type of a scalar or a record; `undefined` for a dict or a list. */
const simpleType = (value: unknown): Type | undefined => {
  if (isNone(value)) return noneType
  if (typeof value === 'number' || typeof value === 'bigint') return numberType
  if (typeof value === 'string') return stringType
  if (typeof value === 'boolean') return booleanType
  if (value instanceof Date) return dateType
  // Functions of the host count as null.
  if (typeof value !== 'object' || value === null) return noneType
  const receiver = Array.isArray(value) ? undefined : receiverOf(value)
  return receiver && recordTypes.get(receiver)
}

const keyOf = (type: Type): string => (type._tag === 'Record' ? type.receiver : showType(type))

/** The type of a value; values nested more deeply than `maxDepth` are `any`. */
export const inferType = (value: unknown, maxDepth: number): Type => {
  const simple = simpleType(value)
  if (simple !== undefined) return simple
  if (maxDepth === 0) return anyType
  if (Array.isArray(value)) return typeOfList(value, maxDepth)
  const entries: Record<string, Type> = {}
  for (const [key, part] of Object.entries(value as object)) setOwn(entries, key, inferType(part, maxDepth - 1))
  return dictType(entries)
}

const typeOfList = (items: ReadonlyArray<unknown>, maxDepth: number): Type => {
  if (items.length <= MAX_TYPED) return listType(unionType(items.map((item) => inferType(item, maxDepth - 1))))
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
 * Infers the type of a value: the kind of a record, the entries of a dict, and the union of the elements of a list.
 *
 * @param value - A value.
 * @returns The type; a list of more than 100 elements with dicts or lists among them is `list<any>`, a function is
 *   `none`, and what is nested more than 400 levels deep is `any`.
 * @example
 * ```ts
 * import { showType, typeOf } from 'wandb-run-ops/expression'
 *
 * showType(typeOf([{ lr: 0.1 }, { lr: null }])) // => 'list<dict<lr: number> | dict<lr: none>>'
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const typeOf = (value: unknown): Type => inferType(value, MAX_DEPTH)
