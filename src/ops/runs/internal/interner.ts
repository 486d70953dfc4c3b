import { canonical, isHolder } from './canonical.ts'

/** Numbers values by group: 0 for the first value and all values equal to it, 1 for the next, and so on. */
export const interner = (): ((value: unknown) => number) => {
  // Map keys compare as groups do (by type and value, one NaN, one 0), except for lists, dicts and dates.
  const primitives = new Map<unknown, number>()
  const objects = new Map<unknown, number>()
  return (value) => {
    const isObject = isHolder(value)
    const map = isObject ? objects : primitives
    const key = isObject ? canonical(value) : value
    const found = map.get(key)
    if (found !== undefined) return found
    const next = primitives.size + objects.size
    map.set(key, next)
    return next
  }
}
