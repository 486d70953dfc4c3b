import { isObject } from '../../types/wire/own.ts'

/** The maximum number of consecutive pages without a new record, after which a list counts as endless. */
const MAX_EMPTY_PAGES = 100

/** Detects a list that never ends: a cursor that comes again, or many pages in a row without a new record. */
export interface PageGuard {
  /** Whether a cursor leads nowhere new. */
  readonly isStuck: (next: string | undefined) => boolean
  /**
   * Follows a cursor to the next page; `false` if the list seems endless.
   *
   * @param fresh - The number of new records on the page before.
   */
  readonly follow: (next: string | undefined, fresh: number) => boolean
}

/** Guards a list that is read from a cursor on. */
export const pageGuard = (after?: string): PageGuard => {
  const seen = new Set([undefined, after])
  let emptyPages = 0
  return {
    isStuck: (next) => seen.has(next),
    follow: (next, fresh) => {
      emptyPages = fresh > 0 ? 0 : emptyPages + 1
      if (seen.has(next) || emptyPages >= MAX_EMPTY_PAGES) return false
      seen.add(next)
      return true
    },
  }
}

/** A page of a Relay connection. */
export interface ConnectionPage {
  readonly edges: ReadonlyArray<unknown>
  /** The start of the next page; `undefined` for the last page. */
  readonly next: { readonly cursor: string | undefined } | undefined
  /** The cursor at the end of this page. */
  readonly cursor: string | undefined
}

export const edgeCursor = (edge: unknown): string | undefined => {
  const cursor = isObject(edge) ? edge['cursor'] : undefined
  return typeof cursor === 'string' && cursor !== '' ? cursor : undefined
}

/** Reads a page of a connection; `undefined` if it is not one. `null` is an empty last page. */
export const readConnectionPage = (u: unknown): ConnectionPage | undefined => {
  if (u === null || u === undefined) return { edges: [], next: undefined, cursor: undefined }
  if (!isObject(u)) return undefined
  const edges = u['edges'] ?? []
  if (!Array.isArray(edges)) return undefined
  const info = isObject(u['pageInfo']) ? u['pageInfo'] : {}
  const end = info['endCursor']
  const cursor =
    typeof end === 'string' && end !== ''
      ? end
      : edges
          .map(edgeCursor)
          .filter((c) => c !== undefined)
          .at(-1)
  return { edges, next: info['hasNextPage'] === true ? { cursor } : undefined, cursor }
}
