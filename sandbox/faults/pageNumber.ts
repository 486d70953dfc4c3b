import { tryCursor } from '../query/cursor.ts'

/** Returns the page of a listing that a request asks for, from the page number in its cursor. */
export function pageNumber(query: string, variables: Readonly<Record<string, unknown>>): number {
  for (const value of Object.values(variables)) {
    const cursor = typeof value === 'string' ? tryCursor(value) : undefined
    if (cursor !== undefined) return cursor.page + 1
  }
  for (const [, text] of query.matchAll(/after:\s*"([^"]+)"/g)) {
    const cursor = text === undefined ? undefined : tryCursor(text)
    if (cursor !== undefined) return cursor.page + 1
  }
  return 1
}
