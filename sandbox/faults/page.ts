import { tryCursor } from '../query/cursor.ts'

/** Which page of a listing a request asks for: the cursor that it follows says on which page it was given out. */
export function pageOf(query: string, variables: Readonly<Record<string, unknown>>): number {
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
