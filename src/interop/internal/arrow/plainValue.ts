import { MapRow, StructRow, Vector } from 'apache-arrow'
import { setOwn } from '../../../types/codec/setOwn.ts'

/** Converts an Arrow value to plain JavaScript: vectors to arrays, structs and maps to objects, bigints to numbers. */
export const plainValue = (value: unknown): unknown => {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Vector) return Array.from(value, plainValue)
  if (value instanceof StructRow || value instanceof MapRow) {
    const dict: Record<string, unknown> = {}
    for (const [key, entry] of value) setOwn(dict, String(key), plainValue(entry))
    return dict
  }
  return value
}
