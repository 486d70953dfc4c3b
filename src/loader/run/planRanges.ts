import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { request } from '../../client/graphql/request.ts'
import { isObject } from '../../types/wire/own.ts'
import { parseTime } from '../../types/wire/time.ts'
import type { RunsList } from '../request/checkQuery.ts'
import { countRanges, floorToSecond, lastCreatedDocument, splitRange, type TimeRange } from './countRanges.ts'

/** The number of ranges that one request counts. */
const COUNTED_AT_ONCE = 16

/** How often the fullest range is split again. */
const MAX_SPLITS = 3

/** The maximum number of ranges to read. */
const MAX_RANGES = 16

/** The minimum number of full pages in a range that is worth reading separately. */
const PAGES_PER_RANGE = 2

const lastCreated = async (
  client: Client,
  { path, query }: RunsList,
  signal: AbortSignal,
): Promise<Date | undefined> => {
  const order = query.order.replace(/^[+-]/, (sign) => (sign === '+' ? '-' : '+'))
  const data = await request(client, lastCreatedDocument, { ...path, filters: query.filters, order }, { signal })
  if (E.isLeft(data)) return undefined
  const { project } = data.right
  const runs = isObject(project) ? project['runs'] : undefined
  const edge: unknown = isObject(runs) && Array.isArray(runs['edges']) ? runs['edges'][0] : undefined
  const node = isObject(edge) ? edge['node'] : undefined
  const createdAt = isObject(node) ? node['createdAt'] : undefined
  return typeof createdAt === 'string' ? parseTime(createdAt) : undefined
}

/** The times that split an interval into equal parts. */
const equalCuts = (from: number, to: number): ReadonlyArray<Date> => {
  const times = Array.from({ length: COUNTED_AT_ONCE - 1 }, (_, i) =>
    floorToSecond(from + ((to - from) * (i + 1)) / COUNTED_AT_ONCE).getTime(),
  )
  return [...new Set(times)].filter((time) => time > from && time < to).map((time) => new Date(time))
}

interface Counted {
  readonly range: TimeRange
  readonly count: number
}

/** Splits a range and counts the parts, then splits the fullest part again while it holds more runs than enough. */
const countClosely = async (
  client: Client,
  list: RunsList,
  {
    rest,
    ends,
    enough,
  }: { readonly rest: TimeRange; readonly ends: readonly [number, number]; readonly enough: number },
  signal: AbortSignal,
): Promise<ReadonlyArray<Counted>> => {
  let counted: ReadonlyArray<Counted> = [{ range: rest, count: Number.POSITIVE_INFINITY }]
  for (let split = 0; split < MAX_SPLITS; split += 1) {
    const fullest = counted.reduce((one, other) => (other.count > one.count ? other : one))
    const { from, to } = fullest.range
    const cuts = equalCuts(from?.getTime() ?? ends[0], to?.getTime() ?? ends[1])
    if (fullest.count <= enough || cuts.length === 0) return counted
    const ranges = splitRange(cuts, fullest.range)
    const counts = await countRanges(client, list, ranges, signal)()
    if (E.isLeft(counts)) return []
    const closer = ranges.map((range, i) => ({ range, count: counts.right.counts[i] ?? 0 }))
    counted = counted.flatMap((one) => (one === fullest ? closer : [one]))
  }
  return counted
}

/**
 * Finds times that split the rest of a list into ranges of about the same number of runs. None if the server cannot count
 * them, or if too many runs were created at the same time.
 *
 * @param rest - The rest of the list, bounded on the side that was read.
 * @param left - The approximate number of runs in the rest.
 */
export const planRanges = async (
  client: Client,
  list: RunsList,
  rest: TimeRange,
  left: number,
  signal: AbortSignal,
): Promise<ReadonlyArray<Date>> => {
  const wanted = Math.min(MAX_RANGES, Math.floor(left / (PAGES_PER_RANGE * list.query.pageSizes.most)))
  const last = wanted < 2 ? undefined : await lastCreated(client, list, signal)
  if (last === undefined) return []
  const ends = [(rest.from ?? last).getTime(), (rest.to ?? last).getTime()] as const
  const enough = left / wanted
  const counted = await countClosely(client, list, { rest, ends, enough }, signal)
  const cuts: Array<Date> = []
  let held = 0
  for (const { range, count } of counted) {
    if (held + count / 2 >= enough && held > 0 && range.from !== undefined) {
      cuts.push(range.from)
      held = 0
    }
    held += count
  }
  return cuts
}
