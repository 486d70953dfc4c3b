import * as E from 'fp-ts/lib/Either.js'
import type { DecodeFailure } from '../../../types/DecodeFailure.ts'
import { isCount } from '../../internal/run/checkQuery.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { Listed, ListQuery } from '../../list.ts'

/**
 * Loads a list that the server cannot filter: page by page until enough records pass. A page without a match is not the end.
 */
export const loadMatching = async <A>(
  query: ListQuery,
  defaultPageSize: number,
  load: (query: ListQuery) => Promise<E.Either<LoadError, Listed<A>>>,
  passes: (record: A) => boolean,
): Promise<E.Either<LoadError, Listed<A>>> => {
  const { limit = Number.POSITIVE_INFINITY, pageSize = defaultPageSize, signal, onProgress } = query
  if (query.limit !== undefined && !isCount(limit))
    return E.left(loadError({ _tag: 'InvalidQuery', field: 'limit', reason: 'must be a positive integer' }))
  const items: Array<A> = []
  const failures: Array<DecodeFailure> = []
  let duplicates = 0
  let skipped = 0
  let read = 0
  let after = query.after
  for (let page = 0; ; page += 1) {
    const before = { read, after }
    const listed = await load({
      pageSize,
      limit: pageSize,
      after,
      signal,
      onProgress: onProgress && ((progress) => onProgress({ ...progress, loaded: before.read + progress.loaded })),
    })
    if (E.isLeft(listed)) return listed
    const { items: all, cursor, complete } = listed.right
    const passing = all.filter(passes)
    const isCut = items.length + passing.length > limit
    for (const record of passing.slice(0, limit - items.length)) items.push(record)
    for (const failure of listed.right.failures) failures.push(failure)
    duplicates += listed.right.duplicates
    skipped += listed.right.skipped
    read += all.length
    after = cursor
    const isEnd = complete || all.length === 0
    if (isEnd || items.length >= limit)
      return E.right({
        items,
        totalCount: undefined,
        failures,
        duplicates,
        skipped,
        complete: isEnd && !isCut,
        // Continuing after this page would skip the remaining matches on it.
        cursor: isCut ? undefined : cursor,
      })
    if (cursor === undefined || cursor === before.after) return E.left(loadError({ _tag: 'CursorStuck', cursor, page }))
  }
}
