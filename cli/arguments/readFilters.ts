import { isObject } from '../../src/types/codec/isObject.ts'
import { misuse } from '../Stop.ts'

const example = `--filter '{"state": "finished", "config.lr": {"$gt": 0.01}}'`

/** The filter that the server applies: a JSON object as in W&B's Python API. */
export const readFilters = (text: string | undefined): Readonly<Record<string, unknown>> | undefined => {
  if (text === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw misuse(`--filter is no JSON: ${(error as Error).message.replace(/\s+/g, ' ')}. Write ${example}.`)
  }
  if (!isObject(value) || Array.isArray(value)) throw misuse(`--filter needs a JSON object: ${example}.`)
  return value
}
