import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { malformedResponse } from '../../client/errors.ts'
import type { GraphqlDocument } from '../../client/graphql/document.ts'
import { findProject, inProject } from '../../client/graphql/inProject.ts'
import { request } from '../../client/graphql/request.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { fail, task, unwrap } from '../../client/task.ts'
import type { RunsList } from '../request/checkQuery.ts'

/** A range of time. */
export interface TimeRange {
  /** The start, inclusive; unbounded if `undefined`. */
  readonly from: Date | undefined
  /** The end, exclusive; unbounded if `undefined`. */
  readonly to: Date | undefined
}

export const isInTimeRange = ({ from, to }: TimeRange, time: Date): boolean =>
  (from === undefined || time >= from) && (to === undefined || time < to)

/** Restricts serialized filters of runs to those created in a range. */
export const createdInRange = (filters: string, { from, to }: TimeRange): string => {
  const createdAt = JSON.stringify({
    createdAt: {
      ...(from === undefined ? {} : { $gte: from.toISOString() }),
      ...(to === undefined ? {} : { $lt: to.toISOString() }),
    },
  })
  return filters === '{}' ? createdAt : `{"$and":[${filters},${createdAt}]}`
}

/** Splits a range at ascending times. The parts neither overlap nor leave gaps. */
export const splitRange = (cuts: ReadonlyArray<Date>, whole: TimeRange): ReadonlyArray<TimeRange> =>
  [whole.from, ...cuts].map((from, index) => ({ from, to: cuts[index] ?? whole.to }))

/** Rounds down to a whole second, because servers differ in their precision below it. */
export const floorToSecond = (milliseconds: number): Date => new Date(Math.floor(milliseconds / 1000) * 1000)

/** Selects the creation time of the last run of a list. */
export const lastCreatedDocument: GraphqlDocument = inProject(
  'LastCreatedRun',
  { filters: 'JSONString', order: 'String' },
  'runs(filters: $filters, order: $order, first: 1) { edges { node { createdAt } } }',
)

/** Selects the number of runs in each range; the alias for range `i` is `range<i>`. */
export const rangeCountsDocument = (ranges: number): GraphqlDocument => {
  const indexes = Array.from({ length: ranges }, (_, i) => i)
  const variables = Object.fromEntries(indexes.map((i) => [`filters${i}`, 'JSONString']))
  const counts = indexes.map((i) => `range${i}: runCount(filters: $filters${i})`).join(' ')
  return inProject(
    'RunRangeCounts',
    { filters: 'JSONString', ...variables },
    `total: runCount(filters: $filters) ${counts}`,
  )
}

/** Counts the runs of a list that were created in each range, and all runs, in one request. */
export const countRanges = (
  client: Client,
  { path, query }: RunsList,
  ranges: ReadonlyArray<TimeRange>,
  signal: AbortSignal,
): TaskEither<LoadError, { readonly counts: ReadonlyArray<number>; readonly total: number }> =>
  task(async function* () {
    const filters = ranges.map((range, i) => [`filters${i}`, createdInRange(query.filters, range)])
    const variables = { ...path, filters: query.filters, ...Object.fromEntries(filters) }
    const data = yield* unwrap(request(client, rangeCountsDocument(ranges.length), variables, { signal }))
    const project = yield* unwrap(findProject(client, path, data))
    const read = ['total', ...ranges.map((_, i) => `range${i}`)].map((name) => project[name])
    const [total, ...counts] = read.filter((count) => typeof count === 'number')
    return total !== undefined && counts.length === ranges.length
      ? { counts, total }
      : yield* fail(malformedResponse('missing run counts'))
  })
