import * as E from 'fp-ts/lib/Either.js'
import { invalidOption } from '../../client/errors.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { isPositiveInteger, MAX_INT } from '../../client/options.ts'

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

/** Returns an error for an invalid number of rows. */
export const checkRows = (field: string, rows: unknown): LoadError | undefined =>
  rows === undefined || (isPositiveInteger(rows) && rows <= MAX_INT)
    ? undefined
    : invalidOption(field, `must be an integer from 1 to ${MAX_INT}`)

/** Returns an error for an invalid step. */
export const checkStep = (field: string, step: unknown): LoadError | undefined =>
  step === undefined || Number.isSafeInteger(step) ? undefined : invalidOption(field, 'must be an integer')

/** Returns an error for a value that is not one of the allowed strings. */
export const checkOneOf = (field: string, word: unknown, words: ReadonlyArray<string>): LoadError | undefined =>
  word === undefined || words.includes(word as string)
    ? undefined
    : invalidOption(field, `must be ${words.map((one) => JSON.stringify(one)).join(' or ')}`)

/** The approximate number of rows per request. */
export const PAGE_ROWS = 5_000

/** How many pages of a history are requested concurrently: enough that the next is ready once one is read. */
export const PAGES_AT_ONCE = 3
