import { anyType, type Type } from '../Type.ts'

/** What a list is of. */
export const elementOf = (type: Type): Type =>
  type._tag === 'List' ? type.of : type._tag === 'Maybe' ? elementOf(type.of) : anyType

/** What a function gives. */
export const resultOf = (type: Type | undefined): Type => (type?._tag === 'Function' ? type.result : anyType)
