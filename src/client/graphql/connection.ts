import { isObject } from '../../types/wire/own.ts'

/** The maximum number of consecutive pages without a new record, after which a list counts as endless. */
export const MAX_EMPTY_PAGES = 100

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
