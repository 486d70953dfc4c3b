import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../../types/codec/isObject.ts'
import { parseTime } from '../../../../types/codec/parseTime.ts'
import type { Client } from '../../../Client.ts'
import { request } from '../../http/request.ts'
import type { RunsList } from '../RunsList.ts'
import { countRanges } from './countRanges.ts'
import { lastCreatedDocument } from './documents.ts'
import { type Range, rangesBetween, wholeSecond } from './Range.ts'

/** How many ranges one request counts. */
const COUNTED_AT_ONCE = 16

/** How often a range that still holds too many runs is looked at more closely. */
const CLOSER_LOOKS = 3

/** How many ranges to read at most. */
const MOST_RANGES = 16

/** A range that holds fewer full pages is not worth its own list. */
const PAGES_A_RANGE = 2

const lastCreated = async (
  client: Client,
  { path, query }: RunsList,
  signal: AbortSignal,
): Promise<Date | undefined> => {
  const order = query.order.replace(/^[+-]/, (sign) => (sign === '+' ? '-' : '+'))
  const make = () => ({
    operationName: 'LastCreatedRun',
    query: lastCreatedDocument,
    variables: { ...path, filters: query.filters, order },
  })
  const data = await request(client, make, { signal })
  if (E.isLeft(data)) return undefined
  const { project } = data.right
  const runs = isObject(project) ? project['runs'] : undefined
  const edge: unknown = isObject(runs) && Array.isArray(runs['edges']) ? runs['edges'][0] : undefined
  const node = isObject(edge) ? edge['node'] : undefined
  const createdAt = isObject(node) ? node['createdAt'] : undefined
  return typeof createdAt === 'string' ? parseTime(createdAt) : undefined
}

/** Moments that cut the time between two others into equal parts. */
const cuts = (from: number, to: number): ReadonlyArray<Date> => {
  const moments = Array.from({ length: COUNTED_AT_ONCE - 1 }, (_, i) =>
    wholeSecond(from + ((to - from) * (i + 1)) / COUNTED_AT_ONCE).getTime(),
  )
  return [...new Set(moments)].filter((moment) => moment > from && moment < to).map((moment) => new Date(moment))
}

interface Counted {
  readonly range: Range
  readonly count: number
}

/** A range cut into smaller ones that are counted, the fullest of them cut again, as long as one holds more than enough. */
const countClosely = async (
  client: Client,
  list: RunsList,
  { rest, ends, enough }: { readonly rest: Range; readonly ends: readonly [number, number]; readonly enough: number },
  signal: AbortSignal,
): Promise<ReadonlyArray<Counted>> => {
  let counted: ReadonlyArray<Counted> = [{ range: rest, count: Number.POSITIVE_INFINITY }]
  for (let look = 0; look < CLOSER_LOOKS; look += 1) {
    const fullest = counted.reduce((one, other) => (other.count > one.count ? other : one))
    const { from, to } = fullest.range
    const moments = cuts(from?.getTime() ?? ends[0], to?.getTime() ?? ends[1])
    if (fullest.count <= enough || moments.length === 0) return counted
    const ranges = rangesBetween(moments, fullest.range)
    const counts = await countRanges(client, list, ranges, signal)
    if (E.isLeft(counts)) return []
    const closer = ranges.map((range, i) => ({ range, count: counts.right.counts[i] ?? 0 }))
    counted = counted.flatMap((one) => (one === fullest ? closer : [one]))
  }
  return counted
}

/**
 * Finds moments that cut what is left of a list into ranges of about as many runs each. There are none where the server
 * cannot tell, or where too many runs were created at once.
 *
 * @param rest - What is left, as far as it is bounded on the side that was read.
 * @param left - How many runs that is, about.
 */
export const planRanges = async (
  client: Client,
  list: RunsList,
  rest: Range,
  left: number,
  signal: AbortSignal,
): Promise<ReadonlyArray<Date>> => {
  const wanted = Math.min(MOST_RANGES, Math.floor(left / (PAGES_A_RANGE * list.query.pageSizes.most)))
  const last = wanted < 2 ? undefined : await lastCreated(client, list, signal)
  if (last === undefined) return []
  const ends = [(rest.from ?? last).getTime(), (rest.to ?? last).getTime()] as const
  const enough = left / wanted
  const counted = await countClosely(client, list, { rest, ends, enough }, signal)
  const moments: Array<Date> = []
  let held = 0
  for (const { range, count } of counted) {
    if (held + count / 2 >= enough && held > 0 && range.from !== undefined) {
      moments.push(range.from)
      held = 0
    }
    held += count
  }
  return moments
}
