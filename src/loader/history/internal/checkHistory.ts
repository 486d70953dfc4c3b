import * as E from 'fp-ts/lib/Either.js'
import { isCount } from '../../internal/run/checkQuery.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

/** The largest GraphQL integer. */
const LARGEST = 2 ** 31 - 1

const invalid = (field: string, reason: string): LoadError => loadError({ _tag: 'InvalidQuery', field, reason })

/** Validates metrics; returns them without duplicates and without `_step`, which is always loaded. */
export const checkKeys = (keys: unknown, needed = false): E.Either<LoadError, ReadonlyArray<string> | undefined> => {
  if (keys === undefined && !needed) return E.right(undefined)
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string'))
    return E.left(invalid('keys', 'must be an array of metric names'))
  if (keys.length === 0)
    return E.left(invalid('keys', needed ? 'must not be empty' : 'must not be empty: leave it out to load all metrics'))
  return E.right([...new Set<string>(keys)].filter((key) => key !== '_step'))
}

/** Returns an error for an invalid number of rows. */
export const checkRows = (field: string, rows: unknown): LoadError | undefined =>
  rows === undefined || (isCount(rows) && rows <= LARGEST)
    ? undefined
    : invalid(field, `must be an integer from 1 to ${LARGEST}`)

/** Returns an error for an invalid step. */
export const checkStep = (field: string, step: unknown): LoadError | undefined =>
  step === undefined || Number.isSafeInteger(step) ? undefined : invalid(field, 'must be an integer')

/** Returns an error for a value that is not one of the allowed strings. */
export const checkWord = (field: string, word: unknown, words: ReadonlyArray<string>): LoadError | undefined =>
  word === undefined || words.includes(word as string)
    ? undefined
    : invalid(field, `must be ${words.map((one) => JSON.stringify(one)).join(' or ')}`)
