import type { Receiver } from '../../ops/Operation.ts'
import { setOwn } from '../../types/wire/own.ts'

/**
 * The type of an expression, as plain JSON.
 *
 * - `Any` is unknown until evaluation; `None` is `null`.
 * - `Scalar` is a boolean, a date, a number or a string; `Opaque` is a value that expressions only pass along.
 * - `Record` is a run, an artifact, a user, …, as in the registry of operations; `entries` holds more precise result types
 *   of operations than the registry, such as the keys of `config`.
 * - `List` is a list of a type, and `Maybe` a type or `null`.
 * - `Dict` has entries with known keys and, if `others` is given, other entries of that type.
 * - `Union` is one of several types; `Function` is the type of a lambda.
 *
 * @category Expression
 * @since 0.1.0
 */
export type Type =
  | { readonly _tag: 'Any' }
  | { readonly _tag: 'None' }
  | { readonly _tag: 'Scalar'; readonly name: 'boolean' | 'date' | 'number' | 'string' }
  | { readonly _tag: 'Opaque'; readonly name: string }
  | {
      readonly _tag: 'Record'
      readonly receiver: Receiver
      readonly entries?: Readonly<Record<string, Type>>
    }
  | {
      readonly _tag: 'List'
      readonly of: Type
      /** The type of the key, for a group. */
      readonly groupKey?: Type
    }
  | { readonly _tag: 'Maybe'; readonly of: Type }
  | { readonly _tag: 'Dict'; readonly entries: Readonly<Record<string, Type>>; readonly others: Type | undefined }
  | { readonly _tag: 'Union'; readonly members: ReadonlyArray<Type> }
  | { readonly _tag: 'Function'; readonly parameters: ReadonlyArray<Type>; readonly result: Type }

/**
 * The type of values that are unknown until evaluation.
 *
 * @category Expression
 * @since 0.1.0
 */
export const anyType: Type = { _tag: 'Any' }

/**
 * The type of `null`.
 *
 * @category Expression
 * @since 0.1.0
 */
export const noneType: Type = { _tag: 'None' }

/**
 * The type of numbers.
 *
 * @category Expression
 * @since 0.1.0
 */
export const numberType: Type = { _tag: 'Scalar', name: 'number' }

/**
 * The type of strings.
 *
 * @category Expression
 * @since 0.1.0
 */
export const stringType: Type = { _tag: 'Scalar', name: 'string' }

/**
 * The type of booleans.
 *
 * @category Expression
 * @since 0.1.0
 */
export const booleanType: Type = { _tag: 'Scalar', name: 'boolean' }

/**
 * The type of dates.
 *
 * @category Expression
 * @since 0.1.0
 */
export const dateType: Type = { _tag: 'Scalar', name: 'date' }

/**
 * Returns the type of records of a receiver.
 *
 * @category Expression
 * @since 0.1.0
 */
export const recordType = (receiver: Receiver, entries?: Readonly<Record<string, Type>>): Type =>
  entries === undefined ? { _tag: 'Record', receiver } : { _tag: 'Record', receiver, entries }

/**
 * Returns the type of lists of a type.
 *
 * @category Expression
 * @since 0.1.0
 */
export const listType = (of: Type): Type => ({ _tag: 'List', of })

/** The type of a group: a list whose key has a type. Grouping its elements again hides the keys that they had. */
export const groupType = (of: Type, groupKey: Type): Type => ({
  _tag: 'List',
  of: withoutGroupKeys(of),
  groupKey: withoutGroupKeys(groupKey),
})

const withoutKeysIn = (types: Readonly<Record<string, Type>>): Readonly<Record<string, Type>> => {
  const plain: Record<string, Type> = {}
  for (const [name, type] of Object.entries(types)) setOwn(plain, name, withoutGroupKeys(type))
  return plain
}

/** The type of a value without tags. */
export const withoutGroupKeys = (type: Type): Type => {
  switch (type._tag) {
    case 'List':
      return listType(withoutGroupKeys(type.of))
    case 'Maybe':
      return maybeType(withoutGroupKeys(type.of))
    case 'Union':
      return unionType(type.members.map(withoutGroupKeys))
    case 'Dict':
      return dictType(withoutKeysIn(type.entries), type.others && withoutGroupKeys(type.others))
    default:
      return type
  }
}

/**
 * Returns the type of functions.
 *
 * @category Expression
 * @since 0.1.0
 */
export const functionType = (parameters: ReadonlyArray<Type>, result: Type): Type => ({
  _tag: 'Function',
  parameters,
  result,
})

/**
 * Returns the type of dicts with these entries and, if `others` is given, other entries of that type.
 *
 * @category Expression
 * @since 0.1.0
 */
export const dictType = (entries: Readonly<Record<string, Type>>, others?: Type): Type => ({
  _tag: 'Dict',
  entries,
  others,
})

/**
 * Returns the type or `null`; a type that already includes `null` is returned unchanged.
 *
 * @category Expression
 * @since 0.1.0
 */
export const maybeType = (of: Type): Type =>
  of._tag === 'Maybe' || of._tag === 'None' || of._tag === 'Any' ? of : { _tag: 'Maybe', of }

/**
 * Returns the union of several types, simplified.
 *
 * @category Expression
 * @since 0.1.0
 */
export const unionType = (types: ReadonlyArray<Type>): Type => {
  const flat = types.flatMap((type) =>
    type._tag === 'Union' ? type.members : type._tag === 'Maybe' ? [type.of, noneType] : [type],
  )
  if (flat.length === 0 || flat.some(({ _tag }) => _tag === 'Any')) return anyType
  const byShape = new Map<string, Type>()
  for (const type of flat) {
    const shape = JSON.stringify(type, (name, part: unknown) => (name === 'groupKey' ? undefined : part))
    const known = byShape.get(shape)
    if (known === undefined) byShape.set(shape, type)
    else if (JSON.stringify(known) !== JSON.stringify(type)) byShape.set(shape, withoutGroupKeys(type))
  }
  const unique = [...byShape.values()]
  const some = unique.filter(({ _tag }) => _tag !== 'None')
  const [only] = some
  if (only === undefined) return noneType
  const union: Type = some.length === 1 ? only : { _tag: 'Union', members: some }
  return some.length === unique.length ? union : maybeType(union)
}

/** Strips `maybe` from a type. */
export const withoutMaybe = (type: Type): Type => (type._tag === 'Maybe' ? withoutMaybe(type.of) : type)

/** Strips lists and `maybe` from a type. */
export const innermostType = (type: Type): Type =>
  type._tag === 'List' || type._tag === 'Maybe' ? innermostType(type.of) : type

/** Whether a type is a list, or a list or `null`. */
export const isListType = (type: Type): boolean => withoutMaybe(type)._tag === 'List'

/** Whether a value of a type may have the wanted type; `any` may have every type. */
export const isAssignable = (type: Type, wanted: Type): boolean => {
  if (type._tag === 'Any' || type._tag === 'None' || wanted._tag === 'Any') return true
  if (type._tag === 'Maybe') return isAssignable(type.of, wanted)
  if (wanted._tag === 'Maybe') return isAssignable(type, wanted.of)
  if (type._tag === 'Union') return type.members.some((member) => isAssignable(member, wanted))
  if (wanted._tag === 'Union') return wanted.members.some((member) => isAssignable(type, member))
  if (type._tag === 'List' && wanted._tag === 'List') return isAssignable(type.of, wanted.of)
  if (type._tag === 'Record' && wanted._tag === 'Record') return type.receiver === wanted.receiver
  if (type._tag === 'Scalar' && wanted._tag === 'Scalar') return type.name === wanted.name
  if (type._tag === 'Opaque' || wanted._tag === 'Opaque') return true
  return type._tag === wanted._tag
}
