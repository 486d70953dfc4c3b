import * as E from 'fp-ts/lib/Either.js'
import { isCount } from '../../internal/run/checkQuery.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

/** GraphQL knows no larger integer. */
const LARGEST = 2 ** 31 - 1

const refusal = (field: string, reason: string): LoadError => loadError({ _tag: 'InvalidQuery', field, reason })

/** Metrics that are asked for, none twice and without `_step`, which always comes. */
export const checkKeys = (keys: unknown, needed = false): E.Either<LoadError, ReadonlyArray<string> | undefined> => {
  if (keys === undefined && !needed) return E.right(undefined)
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string'))
    return E.left(refusal('keys', 'must be a list of names of metrics'))
  if (keys.length === 0)
    return E.left(refusal('keys', needed ? 'names no metric' : 'names no metric; leave it out for all of them'))
  return E.right([...new Set<string>(keys)].filter((key) => key !== '_step'))
}

/** What is wrong with a number of rows. */
export const checkRows = (field: string, rows: unknown): LoadError | undefined =>
  rows === undefined || (isCount(rows) && rows <= LARGEST)
    ? undefined
    : refusal(field, `must be a whole number from 1 to ${LARGEST}`)

/** What is wrong with a bound of steps. */
export const checkStep = (field: string, step: unknown): LoadError | undefined =>
  step === undefined || Number.isSafeInteger(step) ? undefined : refusal(field, 'must be a whole number')

/** What is wrong with one of some words. */
export const checkWord = (field: string, word: unknown, words: ReadonlyArray<string>): LoadError | undefined =>
  word === undefined || words.includes(word as string)
    ? undefined
    : refusal(field, `must be ${words.map((one) => JSON.stringify(one)).join(' or ')}`)
