import type { Type } from '../../src/expression/types/Type.ts'
import { receiverOf } from '../../src/expression/types/typeOf.ts'

const isDict = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Whether a value has a type; a value that an expression only passes through has any type but `null`. */
export const fits = (type: Type, value: unknown): boolean => {
  switch (type._tag) {
    case 'Any':
      return true
    case 'None':
      return value === null || value === undefined
    case 'Scalar':
      return type.name === 'date' ? value instanceof Date : typeof value === type.name
    case 'Opaque':
      return value !== null && value !== undefined
    case 'Record':
      return isDict(value) && (receiverOf(value) === type.receiver || receiverOf(value) === undefined)
    case 'List':
      return Array.isArray(value) && value.every((item) => fits(type.of, item))
    case 'Maybe':
      return value === null || value === undefined || fits(type.of, value)
    case 'Dict':
      return (
        isDict(value) &&
        Object.entries(type.entries).every(([key, entry]) => fits(entry, Object.hasOwn(value, key) ? value[key] : null))
      )
    case 'Union':
      return type.members.some((member) => fits(member, value))
    case 'Function':
      return false
  }
}
