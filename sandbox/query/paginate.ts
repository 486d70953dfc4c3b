import type { List } from '../store/list.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { InvalidQuery } from './InvalidQuery.ts'

export interface PageArguments {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

export interface Edge<T> {
  readonly cursor: string
  readonly node: T
}

export interface Connection<T> {
  readonly edges: readonly Edge<T>[]
  readonly pageInfo: {
    readonly startCursor: string | null
    readonly endCursor: string | null
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
  }
  readonly totalCount: number
}

/** The positions of a listing in cursors: by index, or by sort key, which survives insertions. */
export interface Positions {
  readonly of: (index: number) => Cursor['position']
  /** The index of the first element after a position. */
  readonly after: (position: Cursor['position']) => number
  /** The index of the first element at or after a position. */
  readonly from: (position: Cursor['position']) => number
}

const byIndex: Positions = {
  of: (index) => index,
  after: (position) => (typeof position === 'number' ? position + 1 : badCursor()),
  from: (position) => (typeof position === 'number' ? position : badCursor()),
}

function badCursor(): never {
  throw new InvalidQuery('invalid cursor')
}

const DEFAULT_PAGE = 50

/** Returns a page of a list as a connection. */
export function paginate<T>(
  list: List<T>,
  args: PageArguments,
  maximum: number,
  positions: Positions = byIndex,
): Connection<T> {
  const after = args.after ? readCursor(args.after) : undefined
  const before = args.before ? readCursor(args.before) : undefined
  const size = (count: number | null | undefined): number | undefined => {
    if (count === null || count === undefined) return undefined
    if (count < 0) throw new InvalidQuery('invalid page size')
    return Math.min(count, maximum)
  }
  let start = after === undefined ? 0 : Math.min(positions.after(after.position), list.length)
  let end = before === undefined ? list.length : Math.max(start, Math.min(positions.from(before.position), list.length))
  const last = size(args.last)
  const first = size(args.first) ?? (last === undefined ? DEFAULT_PAGE : undefined)
  if (first !== undefined) end = Math.min(end, start + first)
  if (last !== undefined) start = Math.max(start, end - last)
  const page = (after?.page ?? 0) + 1
  const edges: Edge<T>[] = []
  for (let index = start; index < end; index += 1)
    edges.push({ cursor: writeCursor({ page, position: positions.of(index) }), node: list.at(index) })
  return {
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: end < list.length,
      hasPreviousPage: start > 0,
    },
    totalCount: list.length,
  }
}
