import { InvalidQuery } from './InvalidQuery.ts'
import type { SortValue } from './order.ts'

/** A cursor: the page that it was issued on, and the sort key or the index of an element (-1 for the start). */
export interface Cursor {
  readonly page: number
  readonly position: number | readonly SortValue[]
}

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.page, infinite(cursor.position)])).toString('base64')

export function readCursor(text: string): Cursor {
  const found = tryCursor(text)
  if (found === undefined) throw new InvalidQuery('invalid cursor')
  return found
}

export function tryCursor(text: string): Cursor | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'))
    if (!Array.isArray(value) || value.length !== 2) return undefined
    const [page, position] = value as unknown[]
    if (!Number.isInteger(page) || !(Number.isInteger(position) || Array.isArray(position))) return undefined
    return { page: page as number, position: Array.isArray(position) ? position.map(finite) : (position as number) }
  } catch {
    return undefined
  }
}

// JSON has no infinities, and sort keys can be infinite.
const infinite = (position: Cursor['position']): unknown =>
  typeof position === 'number'
    ? position
    : position.map((value) => (typeof value === 'number' && !Number.isFinite(value) ? { n: String(value) } : value))
const finite = (value: unknown): SortValue =>
  typeof value === 'object' && value !== null && 'n' in value ? Number(value.n) : (value as SortValue)
