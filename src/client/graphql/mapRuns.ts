import * as E from 'fp-ts/lib/Either.js'
import type { LoadError } from '../LoadError.ts'
import { mapConcurrently } from './mapConcurrently.ts'

type Tags = ReadonlySet<LoadError['_tag']>

/** The errors that end every load: nothing else can be had either. */
const finalErrors: Tags = new Set(['Aborted', 'InvalidClient', 'InvalidPath', 'InvalidQuery'])

/** The errors that a server gives to an account rather than to a run, but may give for a single run. */
const accountErrors: Tags = new Set(['Forbidden', 'NetworkFailed', 'NoCredentials', 'RateLimited', 'Unauthorized'])

/** The errors that come after all retries. */
const lastingErrors: Tags = new Set(['NetworkFailed', 'RateLimited'])

/** After so many of them in a row, nothing else is asked for. */
const MAX_LASTING = 8

/** Whether other runs may be loaded after this error for one. */
export const isPerRunError = ({ _tag }: LoadError): boolean => !finalErrors.has(_tag)

/** Whether one run may make a request for many fail, so that each of them is worth a request of its own. */
export const isCausedByRun = ({ _tag }: LoadError): boolean =>
  !finalErrors.has(_tag) && !accountErrors.has(_tag) && _tag !== 'NotFound'

/** Counts the lasting errors in a row. */
export interface LastingErrors {
  /** Counts the error of a run, or none. */
  readonly add: (error: LoadError | undefined) => void
  /** The error to expect of every other run; `undefined` if they are worth a request. */
  readonly expected: () => LoadError | undefined
}

/** A server that is down, or refuses more requests, would take the time of all retries for every run. */
export const lastingErrorsInARow = (): LastingErrors => {
  let count = 0
  let last: LoadError | undefined
  return {
    add: (error) => {
      count = error !== undefined && lastingErrors.has(error._tag) ? count + 1 : 0
      last = error
    },
    expected: () => (count >= MAX_LASTING ? last : undefined),
  }
}

/**
 * Loads something of each of many runs, a few at a time. An error of one run is its result, unless it ends every load, or
 * all of several runs meet an error of the account.
 */
export const mapRuns = async <A, B>(
  runs: ReadonlyArray<A>,
  atOnce: number,
  work: (run: A, signal: AbortSignal) => Promise<E.Either<LoadError, B>>,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ReadonlyArray<E.Either<LoadError, B>>>> => {
  const lasting = lastingErrorsInARow()
  const each = async (run: A, within: AbortSignal): Promise<E.Either<LoadError, E.Either<LoadError, B>>> => {
    const expected = lasting.expected()
    if (expected !== undefined) return E.right(E.left(expected))
    const result = await work(run, within)
    lasting.add(E.isLeft(result) ? result.left : undefined)
    return E.isRight(result) || isPerRunError(result.left) ? E.right(result) : result
  }
  const results = await mapConcurrently(runs, atOnce, each, signal)
  if (E.isLeft(results)) return results
  const [first] = results.right
  const isEvery =
    results.right.length > 1 && results.right.every((one) => E.isLeft(one) && accountErrors.has(one.left._tag))
  return isEvery && first !== undefined && E.isLeft(first) ? first : results
}
