import { isObject } from '../../../types/codec/isObject.ts'

/** A page of a Relay connection. */
export interface ConnectionPage {
  readonly edges: ReadonlyArray<unknown>
  /** The start of the next page; `undefined` for the last page. */
  readonly next: { readonly cursor: string | undefined } | undefined
  /** The cursor at the end of this page. */
  readonly cursor: string | undefined
}

export const cursorOf = (edge: unknown): string | undefined => {
  const cursor = isObject(edge) ? edge['cursor'] : undefined
  return typeof cursor === 'string' && cursor !== '' ? cursor : undefined
}

/** Reads a page of a connection; `undefined` if it is not one. `null` is an empty last page. */
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
