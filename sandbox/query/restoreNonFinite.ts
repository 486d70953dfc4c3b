import { isRecord } from '../json/lookup.ts'

const numbers: ReadonlyMap<unknown, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
])

/** Converts the strings `NaN`, `Infinity` and `-Infinity` to numbers, at any depth. */
export function restoreNonFinite(value: unknown): unknown {
  if (typeof value === 'string') return numbers.get(value) ?? value
  if (Array.isArray(value)) return value.map(restoreNonFinite)
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, restoreNonFinite(item)]))
  return value
}
