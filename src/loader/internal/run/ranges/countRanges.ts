import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../../types/codec/isObject.ts'
import type { Client } from '../../../Client.ts'
import { type LoadError, loadError } from '../../../LoadError.ts'
import { request } from '../../http/request.ts'
import type { RunsList } from '../RunsList.ts'
import { rangeCountsDocument } from './documents.ts'
import { createdWithin, type Range } from './Range.ts'

/** Counts the runs of a list that were created in each range, and all runs, in one request. */
export const countRanges = async (
  client: Client,
  { path, query }: RunsList,
  ranges: ReadonlyArray<Range>,
  signal: AbortSignal,
): Promise<E.Either<LoadError, { readonly counts: ReadonlyArray<number>; readonly total: number }>> => {
  const filters = ranges.map((range, i) => [`filters${i}`, createdWithin(query.filters, range)])
  const make = () => ({
    operationName: 'RunRangeCounts',
    query: rangeCountsDocument(ranges.length),
    variables: { ...path, filters: query.filters, ...Object.fromEntries(filters) },
  })
  const data = await request(client, make, { signal })
  if (E.isLeft(data)) return data
  const { project } = data.right
  const read = ['total', ...ranges.map((_, i) => `range${i}`)].map((name) =>
    isObject(project) ? project[name] : undefined,
  )
  const [total, ...counts] = read.filter((count) => typeof count === 'number')
  return total !== undefined && counts.length === ranges.length
    ? E.right({ counts, total })
    : E.left(loadError({ _tag: 'ResponseMalformed', detail: 'missing run counts' }))
}
