import { prefixes } from './rawMembers.ts'

/** A missing value; `null` and `undefined` can be values. */
export const missing: unique symbol = Symbol('missing')

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Returns the value at a dotted path. Keys can contain dots themselves; only own properties are read. */
export function lookup(value: unknown, path: string): unknown {
  if (!isRecord(value)) return missing
  if (Object.hasOwn(value, path)) return value[path]
  for (const prefix of prefixes(path)) {
    if (!Object.hasOwn(value, prefix)) continue
    const found = lookup(value[prefix], path.slice(prefix.length + 1))
    if (found !== missing) return found
  }
  return missing
}

const INDEX = /^(?:0|[1-9]\d*)$/

/** Returns the value at a path of keys; lists are indexed by number only. */
export function lookupNested(value: unknown, keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) {
    if (!isRecord(found) || !Object.hasOwn(found, key)) return missing
    if (Array.isArray(found) && !INDEX.test(key)) return missing
    found = found[key]
  }
  return found
}
