import { isRecord } from '../json/lookup.ts'

const numbers: ReadonlyMap<unknown, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
])

/** A value with the numbers that JSON has no sign for, at any depth, where they were written as strings. */
export function numbersOf(value: unknown): unknown {
  if (typeof value === 'string') return numbers.get(value) ?? value
  if (Array.isArray(value)) return value.map(numbersOf)
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, numbersOf(item)]))
  return value
}
