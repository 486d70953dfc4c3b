import type { Path } from '../Path.ts'

const INDEX = /^(0|[1-9]\d*)$/

/** The value at the end of a path of own properties; `undefined` where there is none. */
export const valueAt = (value: unknown, path: Path): unknown => {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    // An array owns its length too, which is no element.
    if (!Object.hasOwn(current, key) || (Array.isArray(current) && !INDEX.test(String(key)))) return undefined
    current = (current as Readonly<Record<string | number, unknown>>)[key]
  }
  return current
}
