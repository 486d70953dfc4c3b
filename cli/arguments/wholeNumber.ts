import { misuse } from '../Stop.ts'
import type { Given } from './Command.ts'

/** The whole number that an option has; `undefined` where it is not given. */
export const wholeNumber = (given: Given, name: string, least = 1): number | undefined => {
  const text = given.text(name)
  if (text === undefined) return undefined
  const number = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= least) return number
  throw misuse(`--${name} needs a whole number from ${least}, not "${text}".`)
}

/** How many the user wants: a number, `all` as infinity, or `undefined` where nobody said. */
export const limitOf = (given: Given): number | undefined =>
  given.text('limit') === 'all' ? Number.POSITIVE_INFINITY : wholeNumber(given, 'limit')
