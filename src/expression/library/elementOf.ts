import { anyType, type Type } from '../Type.ts'

/** The element type of a list. */
export const elementOf = (type: Type): Type =>
  type._tag === 'List' ? type.of : type._tag === 'Maybe' ? elementOf(type.of) : anyType

/** The result type of a lambda. */
export const resultOf = (type: Type | undefined): Type => (type?._tag === 'Function' ? type.result : anyType)
