import type { Operand } from '../../../types/query/Operand.ts'

const isDict = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Whether two values are the same: by type and value, lists and dicts by what they hold, a dict's keys in any order. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one === 'number' && typeof other === 'number') return Number.isNaN(one) && Number.isNaN(other)
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  if (!isDict(one) || !isDict(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  )
}

/** Whether a value, or an element of a list, is the operand; what is missing is `null`. */
export const isEqual = (value: unknown, operand: Operand): boolean =>
  isSame(value ?? null, operand) || (Array.isArray(value) && value.some((item) => isSame(item ?? null, operand)))
