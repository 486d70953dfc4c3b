import { didYouMean } from './nearest.ts'
import { isObject, typeName } from './own.ts'

const shown = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value.slice(0, 50)) : typeName(value)

const listed = (words: ReadonlyArray<string>): string => words.map((word) => JSON.stringify(word)).join(', ')

/**
 * Throws a `TypeError` if something is wrong with an argument.
 *
 * @param name - The argument, as in a message: `Invalid column`.
 */
export const assertNoIssue = (
  name: string,
  issue: { readonly field: string; readonly reason: string } | undefined,
): void => {
  if (issue !== undefined) throw new TypeError(`${name}: ${issue.field || 'it'} ${issue.reason}.`)
}

/** Throws a `TypeError` if an argument is not a `Date`. */
export const assertDate = (name: string, value: unknown): void => {
  const isDate = isObject(value) && typeof (value as Partial<Date>).getTime === 'function'
  if (!isDate) throw new TypeError(`${name} must be a Date, got ${shown(value)}.`)
}

/**
 * Throws a `TypeError` if an argument is none of the words that it may be. Without this check a misspelled word would
 * silently mean another one.
 *
 * @param name - The argument, as in a message: `how of alignSteps`.
 */
export const assertWord = (name: string, value: unknown, words: ReadonlyArray<string>): void => {
  if (typeof value === 'string' && words.includes(value)) return
  const hint = typeof value === 'string' ? didYouMean(value, words) : undefined
  throw new TypeError(`${name} must be one of ${listed(words)}, got ${shown(value)}.${hint ? ` ${hint}` : ''}`)
}

/**
 * Throws a `TypeError` if an argument is not an object of these options, as in a call with options one by one, or with a
 * misspelled option, which would silently be ignored.
 *
 * @param name - The argument, as in a message: `The range of historySlice`.
 */
export const assertOptions = (name: string, value: unknown, options: ReadonlyArray<string>): void => {
  if (!isObject(value) || value instanceof Date)
    throw new TypeError(`${name} must be an object of options (${options.join(', ')}), got ${shown(value)}.`)
  const unknown = Object.keys(value).find((key) => !options.includes(key))
  if (unknown === undefined) return
  const hint = didYouMean(unknown, options) ?? `The options are ${options.join(', ')}.`
  throw new TypeError(`${name} has no option ${unknown.slice(0, 50)}. ${hint}`)
}
