import * as E from 'fp-ts/lib/Either.js'
import { invalidOption } from '../../client/errors.ts'
import type { LoadError } from '../../client/LoadError.ts'

/** Validates metrics; returns them without duplicates and without `_step`, which is always loaded. */
export const checkKeys = (keys: unknown, needed = false): E.Either<LoadError, ReadonlyArray<string> | undefined> => {
  if (keys === undefined && !needed) return E.right(undefined)
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string'))
    return E.left(invalidOption('keys', 'must be an array of metric names'))
  if (keys.length === 0)
    return E.left(
      invalidOption('keys', needed ? 'must not be empty' : 'must not be empty: leave it out to load all metrics'),
    )
  return E.right([...new Set<string>(keys)].filter((key) => key !== '_step'))
}

/** Validates the metric that every sampled row must have. */
export const checkAxis = ({
  keys,
  xAxis,
}: {
  readonly keys?: unknown
  readonly xAxis?: unknown
}): E.Either<LoadError, void> =>
  xAxis !== undefined && (typeof xAxis !== 'string' || keys === undefined)
    ? E.left(invalidOption('xAxis', 'must be the name of a metric, and requires keys'))
    : E.right(undefined)

/** The approximate number of rows per request. */
export const PAGE_ROWS = 5_000

/** How many pages of a history are requested concurrently: enough that the next is ready once one is read. */
export const PAGES_AT_ONCE = 3
