import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { Listed } from '../../list.ts'

/** The records of a list that must be complete: a single failure, or a premature end, is an error. */
export const wholeList = <A>(
  what: string,
  list: E.Either<LoadError, Listed<A>>,
): E.Either<LoadError, ReadonlyArray<A>> => {
  if (E.isLeft(list)) return list
  const { items, failures, complete } = list.right
  const [failure] = failures
  if (failure !== undefined) return E.left(loadError({ _tag: 'Unreadable', what, failure }))
  return complete
    ? E.right(Object.freeze(items))
    : E.left(loadError({ _tag: 'ResponseMalformed', detail: `the list of ${what} records is incomplete` }))
}
