import { getOwn, isObject, type UnknownRecord } from '../types/wire/own.ts'
import { redactKeys } from './credentials.ts'
import { type LoadError, loadError } from './LoadError.ts'
import { isPositiveInteger, MAX_INT } from './options.ts'

/** Returns what is wrong with the value of an option; `undefined` if it is valid. */
export type OptionCheck = (value: unknown) => string | undefined

/**
 * The options of a query, each with the check of its value, or `true` if the load checks it itself. The compiler reports
 * an option that is missing or does not exist.
 */
export type OptionChecks<Q> = { readonly [K in keyof Q]-?: OptionCheck | true }

/** The check of a value that must be what `expected` says. */
export const mustBe =
  (expected: string, isValid: (value: unknown) => boolean): OptionCheck =>
  (value) =>
    isValid(value) ? undefined : `must be ${expected}`

export const positiveInteger: OptionCheck = mustBe('a positive integer', isPositiveInteger)

/** How many records one request brings. */
export const pageSizeOption: OptionCheck = mustBe(
  `an integer from 1 to ${MAX_INT}`,
  (value) => isPositiveInteger(value) && value <= MAX_INT,
)

/** Where a list goes on. */
export const cursorOption: OptionCheck = mustBe('the cursor of a page', (value) => isNonEmpty(value))

export const callback: OptionCheck = mustBe('a function', (value) => typeof value === 'function')

export const abortSignal: OptionCheck = mustBe(
  'an AbortSignal',
  (value) =>
    isObject(value) && typeof value['aborted'] === 'boolean' && typeof value['addEventListener'] === 'function',
)

export const flag: OptionCheck = mustBe('true or false', (value) => typeof value === 'boolean')

export const stringList: OptionCheck = mustBe(
  'an array of strings',
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
)

export const isNonEmpty = (value: unknown): boolean => typeof value === 'string' && value !== ''

export const nonEmptyString: OptionCheck = mustBe('a non-empty string', isNonEmpty)

/** The check of a value that is one of some strings. */
export const oneOf = (...words: ReadonlyArray<string>): OptionCheck =>
  mustBe(words.map((one) => JSON.stringify(one)).join(' or '), (value) => words.includes(value as string))

/** Whose options are checked: those of a load, or those of a client. */
type Options = 'load' | 'client'

/** Says which option was meant by a name that does not exist; `undefined` if none is like it. */
export type OptionHint = (name: string, names: ReadonlyArray<string>) => string | undefined

/** Knows names in another case; `optionHint` knows more. */
const inAnyCase: OptionHint = (name, names) => {
  const known = names.find((one) => one.toLowerCase() === name.replace(/_/g, '').toLowerCase())
  return known && `Did you mean ${known}?`
}

/**
 * Returns an error for the first option that does not exist or has an invalid value: in JavaScript, no compiler reports
 * it. An option that is `undefined` has its default.
 */
export const optionError = (
  given: unknown,
  checks: OptionChecks<UnknownRecord>,
  of: Options = 'load',
  hint: OptionHint = inAnyCase,
): LoadError | undefined => {
  const invalid = (name: string, reason: string, more: object = {}): LoadError =>
    loadError(
      of === 'load'
        ? { _tag: 'InvalidQuery', field: name, reason, ...more }
        : { _tag: 'InvalidClient', option: name, reason, ...more },
    )
  if (!isObject(given)) return invalid('options', 'must be an object')
  for (const [name, value] of Object.entries(given)) {
    const check = getOwn(checks, name) as OptionCheck | true | undefined
    if (check === undefined) {
      const short = redactKeys(name).slice(0, 100)
      const names = Object.keys(checks).sort()
      return invalid(short, 'does not exist', { hint: hint(short, names) ?? `Expected one of ${names.join(', ')}.` })
    }
    const reason = value === undefined || check === true ? undefined : check(value)
    if (reason !== undefined) return invalid(name, reason)
  }
  return undefined
}
