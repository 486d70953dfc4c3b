import { prefixes } from './slices.ts'

/** Stands for a value that is not there, since null and undefined can be values. */
export const missing: unique symbol = Symbol('missing')

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** The value at a dotted path. A key that has dots itself is found too; nothing is read through a prototype. */
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

/** The value under one key after the other; a list has its elements by index, and nothing else. */
export function lookupNested(value: unknown, keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) {
    if (!isRecord(found) || !Object.hasOwn(found, key)) return missing
    if (Array.isArray(found) && !INDEX.test(key)) return missing
    found = found[key]
  }
  return found
}
