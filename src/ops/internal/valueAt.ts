import type { Path } from '../Path.ts'

const INDEX = /^(0|[1-9]\d*)$/

/** Returns the value at a path of own properties; `undefined` when there is none. */
export const valueAt = (value: unknown, path: Path): unknown => {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    // `length` is an own property of arrays, but not an element.
    if (!Object.hasOwn(current, key) || (Array.isArray(current) && !INDEX.test(String(key)))) return undefined
    current = (current as Readonly<Record<string | number, unknown>>)[key]
  }
  return current
}
