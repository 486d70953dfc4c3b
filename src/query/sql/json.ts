import { setOwn } from '../../types/wire/own.ts'

/** Matches a string that would be read as a number, or that was escaped for that reason. */
const NON_FINITE = /^(?:NaN|-?Infinity)\0*$/

const LONE_SURROGATE = /\p{Surrogate}/gu

/** Replaces lone surrogates with U+FFFD, since engines store only whole characters. */
export const wellFormed = (text: string): string => text.replace(LONE_SURROGATE, '\ufffd')

/**
 * Returns a string as stored in JSON, where `NaN` and the infinities are numbers. A string that spells such a
 * number gets a trailing NUL, which makes it the next greater string, so that the order of strings is preserved.
 */
export const escapeText = (text: string): string => {
  const valid = wellFormed(text)
  return NON_FINITE.test(valid) ? `${valid}\0` : valid
}

// Engines read longer digit sequences as integers, which would overflow.
const numberJson = (number: number): string =>
  Math.abs(number) > Number.MAX_SAFE_INTEGER ? number.toExponential() : String(number)

const dictJson = (value: object): string => {
  const values = value as Readonly<Record<string, unknown>>
  const keys = Object.keys(values).filter((key) => values[key] !== undefined)
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(wellFormed(key))}:${sqlJson(values[key])}`)
    .join(',')}}`
}

/**
 * Serializes a value as canonical JSON: equal values have equal text. Keys are sorted, and `NaN`, `Infinity` and
 * `-Infinity` are strings of that spelling, as no actual string is.
 */
export const sqlJson = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(escapeText(value))
    case 'number':
      return Number.isFinite(value) ? numberJson(value) : `"${value}"`
    case 'bigint':
      return sqlJson(Number(value))
    case 'boolean':
      return String(value)
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return `[${value.map(sqlJson).join(',')}]`
      return value instanceof Date ? (JSON.stringify(value) ?? 'null') : dictJson(value)
    default:
      return 'null'
  }
}

const fromText = (text: string): unknown =>
  NON_FINITE.test(text) ? (text.endsWith('\0') ? text.slice(0, -1) : Number(text)) : text

const fromParsed = (value: unknown): unknown => {
  if (typeof value === 'string') return fromText(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(fromParsed)
  const result: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) setOwn(result, key, fromParsed(item))
  return result
}

/** Parses JSON; `undefined` when it is invalid. */
export const tryParseJson = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Parses JSON written by {@link sqlJson}, or by an engine in the same form. */
export const fromSqlJson = (json: string): unknown => fromParsed(tryParseJson(json))
