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
