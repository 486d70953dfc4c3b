import { isRecord, missing } from '../json/lookup.ts'

const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one === 'number' && typeof other === 'number') return Number.isNaN(one) && Number.isNaN(other)
  if (!isRecord(one) || !isRecord(other)) return false
  if (one instanceof Date || other instanceof Date)
    return one instanceof Date && other instanceof Date && one.getTime() === other.getTime()
  const keys = Object.keys(one)
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  )
}

/**
 * Tests whether a value, or an element of a list, equals one of the operands. Mingo reads `constructor`, which can be a
 * key of a dict, and does not find a whole list among others.
 */
export const equalTest =
  (operands: readonly unknown[]) =>
  (value: unknown): boolean => {
    const found = value === missing || value === undefined ? null : value
    const candidates: readonly unknown[] = Array.isArray(found) ? [found, ...found] : [found]
    return operands.some((operand) => candidates.some((candidate) => isSame(candidate, operand)))
  }
