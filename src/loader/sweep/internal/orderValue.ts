import { isObject } from '../../../types/codec/isObject.ts'
import { own } from '../../../types/codec/own.ts'

/** What an order goes by, where that is a value of the config or the summary. */
export interface OrderValue {
  readonly dict: 'config' | 'summary'
  /** The key, with dots for what is nested and for what is not. */
  readonly key: string
}

const CONFIG = /^[+-]?config\.(.+?)(\.value)?$/
const SUMMARY = /^[+-]?summary_metrics\.(.+)$/

/** The value that an order goes by; `undefined` where it is a column of the run itself. */
export const orderValue = (order: string): OrderValue | undefined => {
  const summary = SUMMARY.exec(order)?.[1]
  if (summary !== undefined) return { dict: 'summary', key: summary }
  const config = CONFIG.exec(order)?.[1]
  return config === undefined ? undefined : { dict: 'config', key: config }
}

/** Where a dotted key can end and what is nested in it begin. */
const splits = (key: string): ReadonlyArray<readonly [string, string]> =>
  Array.from(key.matchAll(/\./g), ({ index }) => [key.slice(0, index), key.slice(index + 1)] as const)

/** The top-level keys that can hold the value of a dotted key. */
export const topKeys = (key: string): ReadonlyArray<string> => [key, ...splits(key).map(([top]) => top)]

/** The value of a dotted key: of the key as it stands, else of what is nested. */
export const dottedValue = (dict: unknown, key: string): unknown => {
  if (!isObject(dict)) return undefined
  if (Object.hasOwn(dict, key)) return dict[key]
  for (const [top, rest] of splits(key)) {
    const value = dottedValue(own(dict, top), rest)
    if (value !== undefined) return value
  }
  return undefined
}

/** Whether a value can be the best of all: what is missing, `NaN`, or no single value cannot. */
export const canBeBest = (value: unknown): boolean =>
  typeof value === 'number' ? !Number.isNaN(value) : typeof value === 'string' || typeof value === 'boolean'
