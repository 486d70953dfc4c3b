import { isObject } from '../../src/types/wire/own.ts'
import { usageError } from '../output/ExitError.ts'
import type { Args } from './Command.ts'

const parseInteger = (text: string, minimum: number): number | undefined => {
  const number = Number(text)
  return /^\d+$/.test(text) && Number.isSafeInteger(number) && number >= minimum ? number : undefined
}

/** Reads an option as an integer; `undefined` if it is absent. */
export const integerOption = (args: Args, name: string, minimum = 1): number | undefined => {
  const text = args.value(name)
  if (text === undefined) return undefined
  const number = parseInteger(text, minimum)
  if (number === undefined) throw usageError(`--${name} must be an integer >= ${minimum}, got "${text}".`)
  return number
}

/** Reads `--limit`: an integer, `Infinity` for `all`, or `undefined` if it is absent. */
export const limitOption = (args: Args): number | undefined => {
  const text = args.value('limit')
  if (text === undefined) return undefined
  const number = text === 'all' ? Number.POSITIVE_INFINITY : parseInteger(text, 1)
  if (number === undefined) throw usageError(`--limit must be an integer >= 1 or all, got "${text}".`)
  return number
}

const filterExample = `--filter '{"state": "finished", "config.lr": {"$gt": 0.01}}'`

/** Reads `--filter`: the server applies it, a JSON object as in W&B's Python API. */
export const filterOption = (args: Args): Readonly<Record<string, unknown>> | undefined => {
  const text = args.value('filter')
  if (text === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, ' ')
    throw usageError(`--filter must be valid JSON (${reason}), for example ${filterExample}.`)
  }
  if (!isObject(value) || Array.isArray(value))
    throw usageError(`--filter must be a JSON object, for example ${filterExample}.`)
  return value
}

/** Reads `--keys`: comma-separated or a JSON array, repeatable; `undefined` for all metrics. */
export const keysOption = (args: Args): ReadonlyArray<string> | undefined => {
  const keys = args.values('keys').flatMap((text) => (text.startsWith('[') ? keysFromJson(text) : text.split(',')))
  if (!args.has('keys')) return undefined
  if (keys.length === 0 || keys.includes(''))
    throw usageError('--keys must not contain an empty name: write --keys loss,accuracy.')
  return [...new Set(keys)]
}

/** A JSON array can name metrics with commas. */
const keysFromJson = (text: string): ReadonlyArray<string> => {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value) && value.every((key) => typeof key === 'string')) return value
  } catch {
    // Invalid JSON gets the same message as JSON of the wrong type.
  }
  throw usageError(`--keys must be a list of strings, got ${text}: write --keys loss,accuracy or --keys '["a,b"]'.`)
}
