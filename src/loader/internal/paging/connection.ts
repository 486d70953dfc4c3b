import { isObject } from '../../../types/codec/isObject.ts'

/** A Relay connection as far as paging goes. */
export interface ConnectionPage {
  readonly edges: ReadonlyArray<unknown>
  /** Where the next page starts; `undefined` where this is the last. */
  readonly next: { readonly cursor: string | undefined } | undefined
  /** Where this page ends. */
  readonly cursor: string | undefined
}

export const cursorOf = (edge: unknown): string | undefined => {
  const cursor = isObject(edge) ? edge['cursor'] : undefined
  return typeof cursor === 'string' && cursor !== '' ? cursor : undefined
}

/** A page of a connection, or `undefined` for what is no connection. `null` is an empty last page. */
export const connectionPage = (u: unknown): ConnectionPage | undefined => {
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
          .map(cursorOf)
          .filter((c) => c !== undefined)
          .at(-1)
  return { edges, next: info['hasNextPage'] === true ? { cursor } : undefined, cursor }
}
