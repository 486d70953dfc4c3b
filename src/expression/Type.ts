import type { Receiver } from '../ops/Operation.ts'

/**
 * What an expression gives, as plain JSON.
 *
 * - `Any` is not known before the data is; `None` is `null`.
 * - `Scalar` is a number, a text, a truth value or a moment; `Opaque` is something that expressions only pass on.
 * - `Record` is a run, an artifact, a user, … as in the registry of operations; `entries` has the types of operations
 *   that are known better than from the registry, such as `config` with its keys.
 * - `List` and `Maybe` are lists of a type, and a type or `null`.
 * - `Dict` has entries of known names, and, where `others` is given, any others of that type.
 * - `Union` is one of several types; `Function` is what stands with an arrow.
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
  | { readonly _tag: 'List'; readonly of: Type }
  | { readonly _tag: 'Maybe'; readonly of: Type }
  | { readonly _tag: 'Dict'; readonly entries: Readonly<Record<string, Type>>; readonly others: Type | undefined }
  | { readonly _tag: 'Union'; readonly members: ReadonlyArray<Type> }
  | { readonly _tag: 'Function'; readonly parameters: ReadonlyArray<Type>; readonly result: Type }

/**
 * The type of what is not known before the data is.
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
 * The type of text.
 *
 * @category Expression
 * @since 0.1.0
 */
export const stringType: Type = { _tag: 'Scalar', name: 'string' }

/**
 * The type of truth values.
 *
 * @category Expression
 * @since 0.1.0
 */
export const booleanType: Type = { _tag: 'Scalar', name: 'boolean' }

/**
 * The type of moments.
 *
 * @category Expression
 * @since 0.1.0
 */
export const dateType: Type = { _tag: 'Scalar', name: 'date' }

/**
 * The type of records of a kind.
 *
 * @category Expression
 * @since 0.1.0
 */
export const recordType = (receiver: Receiver, entries?: Readonly<Record<string, Type>>): Type =>
  entries === undefined ? { _tag: 'Record', receiver } : { _tag: 'Record', receiver, entries }

/**
 * The type of lists of a type.
 *
 * @category Expression
 * @since 0.1.0
 */
export const listType = (of: Type): Type => ({ _tag: 'List', of })

/**
 * The type of functions.
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
 * The type of dicts with these entries, and, where `others` is given, any others.
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
 * A type or `null`; of what may be `null` already, the same.
 *
 * @category Expression
 * @since 0.1.0
 */
export const maybeType = (of: Type): Type =>
  of._tag === 'Maybe' || of._tag === 'None' || of._tag === 'Any' ? of : { _tag: 'Maybe', of }

/**
 * One of several types, as simply as it can be said.
 *
 * @category Expression
 * @since 0.1.0
 */
export const unionType = (types: ReadonlyArray<Type>): Type => {
  const flat = types.flatMap((type) =>
    type._tag === 'Union' ? type.members : type._tag === 'Maybe' ? [type.of, noneType] : [type],
  )
  if (flat.length === 0 || flat.some(({ _tag }) => _tag === 'Any')) return anyType
  const different = [...new Map(flat.map((type) => [JSON.stringify(type), type])).values()]
  const some = different.filter(({ _tag }) => _tag !== 'None')
  const [only] = some
  if (only === undefined) return noneType
  const union: Type = some.length === 1 ? only : { _tag: 'Union', members: some }
  return some.length === different.length ? union : maybeType(union)
}
