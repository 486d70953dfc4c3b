import { InvalidQuery } from './invalid.ts'
import type { SortValue } from './order.ts'

/** Which page a cursor was given out on, and the place it names: the sort key of an element, or its index (-1: the start). */
export interface Cursor {
  readonly page: number
  readonly place: number | readonly SortValue[]
}

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.page, infinite(cursor.place)])).toString('base64')

export function readCursor(text: string): Cursor {
  const found = tryCursor(text)
  if (found === undefined) throw new InvalidQuery('invalid cursor')
  return found
}

export function tryCursor(text: string): Cursor | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'))
    if (!Array.isArray(value) || value.length !== 2) return undefined
    const [page, place] = value as unknown[]
    if (!Number.isInteger(page) || !(Number.isInteger(place) || Array.isArray(place))) return undefined
    return { page: page as number, place: Array.isArray(place) ? place.map(finite) : (place as number) }
  } catch {
    return undefined
  }
}

// JSON has no infinities, and a run can be sorted by one.
const infinite = (place: Cursor['place']): unknown =>
  typeof place === 'number'
    ? place
    : place.map((value) => (typeof value === 'number' && !Number.isFinite(value) ? { n: String(value) } : value))
const finite = (value: unknown): SortValue =>
  typeof value === 'object' && value !== null && 'n' in value ? Number(value.n) : (value as SortValue)
