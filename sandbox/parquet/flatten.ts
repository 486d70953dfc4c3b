import { isRecord } from '../json/lookup.ts'

export type Row = Readonly<Record<string, unknown>>

const isDict = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && !Array.isArray(value) && !Object.hasOwn(value, '_type') && Object.keys(value).length > 0

/** Flattens a row: nested dicts become columns with dotted names, dicts with their own `_type` stay whole. */
export function flatten(row: Row, prefix = ''): Map<string, unknown> {
  const cells = new Map<string, unknown>()
  for (const [key, value] of Object.entries(row)) {
    if (value === null || value === undefined) continue
    if (isDict(value)) for (const [inner, cell] of flatten(value, `${prefix}${key}.`)) cells.set(inner, cell)
    else cells.set(`${prefix}${key}`, value)
  }
  return cells
}
