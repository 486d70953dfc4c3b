import * as E from 'fp-ts/lib/Either.js'
import type { DecodeFailure, NodePosition } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'

/** The records of a page that were read. */
export interface DecodedPage<A> {
  readonly items: ReadonlyArray<A>
  /** The records that could not be read. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** The number of records that were on an earlier page already. */
  readonly duplicates: number
  /** The number of entries that are `null` instead of a record. */
  readonly skipped: number
  /** The number of records that do not pass the filter of the list. */
  readonly unwanted: number
  /** The number of entries that were read; fewer than there are if the limit was reached within the page. */
  readonly read: number
}

/** How to read the nodes of a list. */
export interface NodeReader<A> {
  readonly decode: (node: unknown, at: Required<NodePosition>) => E.Either<DecodeFailure, A>
  /** Returns the identity of a node, by which duplicates are found; its `id` by default. */
  readonly identity?: ((node: unknown) => unknown) | undefined
  /** Filters records that the server cannot filter. */
  readonly passes?: ((record: A) => boolean) | undefined
  /** The identities of the nodes of earlier pages; those that are read are added. */
  readonly seen: Set<unknown>
  /** The identities of nodes that another list reads: they are not counted. */
  readonly elsewhere?: ReadonlySet<unknown> | undefined
}

const idOf = (node: unknown): unknown => (isObject(node) ? node['id'] : undefined)

/**
 * Decodes the nodes of a page, up to a number of records. Each node is cleared once it was read, because keeping nodes and
 * records would double the memory.
 */
export const decodeNodes = <A>(
  nodes: Array<unknown>,
  { page, room }: { readonly page: number; readonly room: number },
  { decode, identity = idOf, passes, seen, elsewhere }: NodeReader<A>,
): DecodedPage<A> => {
  const items: Array<A> = []
  const failures: Array<DecodeFailure> = []
  let duplicates = 0
  let skipped = 0
  let unwanted = 0
  let index = 0
  // In a filtered list, the rest of a page may have no match: it is read up to the first match without room.
  for (; index < nodes.length && (items.length < room || passes !== undefined); index += 1) {
    const node = nodes[index]
    nodes[index] = undefined
    if (node === undefined) {
      skipped += 1
      continue
    }
    const id = identity(node)
    if (id !== undefined && elsewhere?.has(id)) continue
    if (id !== undefined && seen.has(id)) {
      duplicates += 1
      continue
    }
    if (id !== undefined) seen.add(id)
    const record = decode(node, { page, index })
    if (E.isLeft(record)) failures.push(record.left)
    else if (passes?.(record.right) === false) unwanted += 1
    else if (items.length >= room) break
    else items.push(record.right)
  }
  return { items, failures, duplicates, skipped, unwanted, read: index }
}
