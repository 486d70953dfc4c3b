import { setOwn } from '../../../../types/codec/setOwn.ts'

/** A text that would be read as a number, or as another text that was kept from it. */
const SPELLED = /^(?:NaN|-?Infinity)\0*$/

const HALF_PAIR = /\p{Surrogate}/gu

/** Engines hold whole characters only: half a surrogate pair becomes U+FFFD. */
export const wellFormed = (text: string): string => text.replace(HALF_PAIR, '\ufffd')

/**
 * A text as it stands in JSON, where `NaN` and its like are numbers. A text that spells such a number gets a NUL: the
 * result is the next greater text, so that the order of texts stays.
 */
export const textInJson = (text: string): string => {
  const whole = wellFormed(text)
  return SPELLED.test(whole) ? `${whole}\0` : whole
}

// Engines take longer digits for integers, which they then cannot hold.
const digits = (number: number): string =>
  Math.abs(number) > Number.MAX_SAFE_INTEGER ? number.toExponential() : String(number)

const dict = (value: object): string => {
  const values = value as Readonly<Record<string, unknown>>
  const keys = Object.keys(values).filter((key) => values[key] !== undefined)
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(wellFormed(key))}:${sqlJson(values[key])}`)
    .join(',')}}`
}

/**
 * A value as canonical JSON: equal values have equal texts. Keys are sorted, `NaN`, `Infinity` and `-Infinity` are texts
 * of that spelling, and nothing else is.
 */
export const sqlJson = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(textInJson(value))
    case 'number':
      return Number.isFinite(value) ? digits(value) : `"${value}"`
    case 'bigint':
      return sqlJson(Number(value))
    case 'boolean':
      return String(value)
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return `[${value.map(sqlJson).join(',')}]`
      return value instanceof Date ? (JSON.stringify(value) ?? 'null') : dict(value)
    default:
      return 'null'
  }
}

const fromText = (text: string): unknown =>
  SPELLED.test(text) ? (text.endsWith('\0') ? text.slice(0, -1) : Number(text)) : text

const fromPlain = (value: unknown): unknown => {
  if (typeof value === 'string') return fromText(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(fromPlain)
  const result: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) setOwn(result, key, fromPlain(item))
  return result
}

/** The value of a JSON text; `undefined` for what is no JSON. */
export const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The value that {@link sqlJson} wrote, or an engine in its way. */
export const fromSqlJson = (json: string): unknown => fromPlain(parsed(json))
