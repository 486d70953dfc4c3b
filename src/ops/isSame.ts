const isDict = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Whether two values are deeply equal: dates by time, lists and dicts by content, dict keys in any order. `NaN`
 * equals `NaN`, and a missing item of a list or dict equals `null`.
 *
 * @internal
 */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one === 'number' || typeof other === 'number') return Number.isNaN(one) && Number.isNaN(other)
  if (one instanceof Date || other instanceof Date)
    return one instanceof Date && other instanceof Date && one.getTime() === other.getTime()
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item ?? null, other[index] ?? null))
  if (!isDict(one) || !isDict(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key] ?? null, other[key] ?? null))
  )
}
