import type { List } from '../store/list.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { InvalidQuery } from './invalid.ts'

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

/** How a listing names its places: by index, or in a way that survives insertions. */
export interface Places {
  readonly of: (index: number) => Cursor['place']
  /** The index of the first element behind that place. */
  readonly behind: (place: Cursor['place']) => number
  /** The index of the first element that is not before that place. */
  readonly upTo: (place: Cursor['place']) => number
}

const byIndex: Places = {
  of: (index) => index,
  behind: (place) => (typeof place === 'number' ? place + 1 : badCursor()),
  upTo: (place) => (typeof place === 'number' ? place : badCursor()),
}

function badCursor(): never {
  throw new InvalidQuery('invalid cursor')
}

const DEFAULT_PAGE = 50

export function connect<T>(
  list: List<T>,
  args: PageArguments,
  maximum: number,
  places: Places = byIndex,
): Connection<T> {
  const after = args.after ? readCursor(args.after) : undefined
  const before = args.before ? readCursor(args.before) : undefined
  const size = (count: number | null | undefined): number | undefined => {
    if (count === null || count === undefined) return undefined
    if (count < 0) throw new InvalidQuery('invalid page size')
    return Math.min(count, maximum)
  }
  let start = after === undefined ? 0 : Math.min(places.behind(after.place), list.length)
  let end = before === undefined ? list.length : Math.max(start, Math.min(places.upTo(before.place), list.length))
  const last = size(args.last)
  const first = size(args.first) ?? (last === undefined ? DEFAULT_PAGE : undefined)
  if (first !== undefined) end = Math.min(end, start + first)
  if (last !== undefined) start = Math.max(start, end - last)
  const page = (after?.page ?? 0) + 1
  const edges: Edge<T>[] = []
  for (let index = start; index < end; index += 1)
    edges.push({ cursor: writeCursor({ page, place: places.of(index) }), node: list.at(index) })
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
