import { misuse } from '../Stop.ts'
import type { Given } from './Command.ts'

/** The metrics of `--keys`: a list with commas, given as often as one likes; `undefined` for all. */
export const readKeys = (given: Given): ReadonlyArray<string> | undefined => {
  const keys = given.texts('keys').flatMap((text) => (text.startsWith('[') ? fromJson(text) : text.split(',')))
  if (!given.has('keys')) return undefined
  if (keys.length === 0 || keys.includes(''))
    throw misuse('--keys has an empty name in it: write --keys loss,accuracy.')
  return [...new Set(keys)]
}

/** For names with a comma. */
const fromJson = (text: string): ReadonlyArray<string> => {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value) && value.every((key) => typeof key === 'string')) return value
  } catch {
    // Not JSON: the same mistake as JSON of another kind.
  }
  throw misuse(`--keys ${text} is no list of texts: write --keys loss,accuracy or --keys '["a,b"]'.`)
}
