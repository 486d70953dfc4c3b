import { memberAt } from '../query/keyPath.ts'
import type { UnknownRecord } from '../types/wire/own.ts'
import type { Path } from './Operation.ts'

/** Returns a copy of a date in a record, which callers may change; anything else is returned as it is. */
export const copyDate = <A>(date: A): A => (date instanceof Date ? (new Date(date) as A & Date) : date)

/** Returns the value at a path of own properties; `undefined` when there is none. A string is a path of one key. */
export const valueAt = (value: unknown, path: Path | string): unknown => {
  let current = value
  for (const key of typeof path === 'string' ? [path] : path) {
    if (current === undefined) return undefined
    current = memberAt(current, key)
  }
  return current
}

/**
 * Reads the own property of a value at a fixed key; `undefined` if it has none.
 *
 * @internal
 */
export type PropertyReader = (value: unknown) => unknown

const base: UnknownRecord = Object.prototype as never

/**
 * Returns a reader of one key, for many values, some of which may not be objects. Filtering 100,000 runs by two keys takes
 * about 10 % less time than with `memberAt`.
 *
 * @internal
 */
export const fastPropertyReader =
  (key: string): PropertyReader =>
  (value) => {
    // With the default prototype, and no such key on it, what is found is an own property. After the comparison of the
    // constructor, V8 knows the prototype without looking.
    const isPlain =
      typeof value === 'object' &&
      value !== null &&
      (value as UnknownRecord)['constructor'] === Object &&
      Object.getPrototypeOf(value) === base &&
      base[key] === undefined
    return isPlain ? (value as UnknownRecord)[key] : memberAt(value, key)
  }
