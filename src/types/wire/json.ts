import * as E from 'fp-ts/lib/Either.js'
import { identity } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { freezeParsed, frozenCopy } from './freeze.ts'
import { emptyObject, isObject, type UnknownRecord } from './own.ts'
import { rewriteNonFinite } from './rewriteNonFinite.ts'

const isContainer = (u: unknown): u is Record<string, unknown> | Array<unknown> => typeof u === 'object' && u !== null

/** Iterative, because the engine's parser accepts deeper nesting than the stack allows. */
const restoreNaN = (root: unknown, mark: string): unknown => {
  if (root === mark) return Number.NaN
  const pending = isContainer(root) ? [root] : []
  for (let container = pending.pop(); container !== undefined; container = pending.pop()) {
    if (Array.isArray(container)) {
      for (let index = 0; index < container.length; index++) {
        const element: unknown = container[index]
        if (element === mark) container[index] = Number.NaN
        else if (isContainer(element)) pending.push(element)
      }
    } else {
      for (const key of Object.keys(container)) {
        const element = container[key]
        if (element === mark) container[key] = Number.NaN
        else if (isContainer(element)) pending.push(element)
      }
    }
  }
  return root
}

const parseExtended = (text: string): unknown => {
  const { json, mark } = rewriteNonFinite(text)
  const value: unknown = JSON.parse(json)
  return mark === undefined ? value : restoreNaN(value, mark)
}

/**
 * Parses JSON as W&B writes it: bare `NaN`, `Infinity` and `-Infinity` are numbers, and strings may contain raw control
 * characters. Plain JSON goes through the engine's own parser.
 *
 * @returns The value, or `NotJson`, which includes no part of the text.
 * @example
 * ```ts
 * import { parseJson } from 'wandb-run-ops/types'
 *
 * parseJson('{"loss": NaN}') // => { _tag: 'Right', right: { loss: NaN } }
 * ```
 * @category Codec blocks
 * @since 0.1.0
 */
export const parseJson = (text: string): E.Either<'NotJson', unknown> => {
  try {
    return E.right(JSON.parse(text))
  } catch {
    try {
      return E.right(parseExtended(text))
    } catch {
      return E.left('NotJson')
    }
  }
}

const nonFiniteNumbers: ReadonlyMap<unknown, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
])

/**
 * Whether a JSON text may contain a quoted non-finite number, escaped or not. Walking the values only then makes
 * decoding a run take 15 to 20 % less time.
 */
export const mayQuoteNonFinite = (text: string): boolean =>
  text.includes('NaN"') || text.includes('Infinity"') || (text.includes('\\u00') && /\\u00[2467]/.test(text))

const unquoteString = (value: unknown): unknown => nonFiniteNumbers.get(value) ?? value

const unquoteParts = (value: unknown): unknown => {
  if (typeof value === 'string') return unquoteString(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) {
    let copy: Array<unknown> | undefined
    for (let index = 0; index < value.length; index++) {
      const element: unknown = value[index]
      const number = unquoteParts(element)
      if (number !== element && !(Number.isNaN(number) && Number.isNaN(element))) {
        copy ??= value.slice()
        copy[index] = number
      }
    }
    return copy ?? value
  }
  let copy: Record<string, unknown> | undefined
  for (const [key, element] of Object.entries(value)) {
    const number = unquoteParts(element)
    if (number !== element && !(Number.isNaN(number) && Number.isNaN(element))) {
      // The copy already has every key as its own, so assigning to `__proto__` is safe.
      copy ??= { ...value }
      copy[key] = number
    }
  }
  return copy ?? value
}

/**
 * Converts the strings `"NaN"`, `"Infinity"` and `"-Infinity"`, at any depth, to numbers. The argument is not modified;
 * parts without such a string are shared with the result, unless the nesting is too deep for the stack.
 */
export const unquoteNonFinite = (value: unknown): unknown => {
  try {
    return unquoteParts(value)
  } catch {
    return frozenCopy(value, unquoteString)
  }
}

const isAbsent = (u: unknown): boolean => u === null || u === undefined || u === ''

const jsonObject = (
  name: string,
  fromText: (text: string, value: unknown) => unknown,
  fromValue: (u: unknown) => unknown,
): t.Type<UnknownRecord, unknown> =>
  new t.Type<UnknownRecord, unknown>(
    name,
    isObject,
    (u, context) => {
      if (isAbsent(u)) return t.success(emptyObject)
      const parsed = typeof u === 'string' ? parseJson(u) : E.right(u)
      if (E.isLeft(parsed) || (parsed.right !== null && !isObject(parsed.right))) return t.failure(u, context)
      try {
        const value = typeof u === 'string' ? fromText(u, parsed.right) : fromValue(parsed.right)
        return t.success(isObject(value) ? value : emptyObject)
      } catch {
        // Only reached by an object that runs code when read: a getter or a proxy.
        return t.failure(u, context)
      }
    },
    t.identity,
  )

/** Whether a JSON text of an object may have lists or dicts in it. */
const mayNest = (text: string): boolean => text.includes('[') || text.indexOf('{', text.indexOf('{') + 1) >= 0

/** Freezing only the object itself where it is flat makes decoding real runs take 13 % less time. */
const fastFreeze = (text: string, value: unknown): unknown =>
  mayNest(text) ? freezeParsed(value) : Object.freeze(value)

/** A {@link JsonObject} that can be taken apart: nothing in it is frozen, and what is not text is the input itself. */
export const RawJsonObject: t.Type<UnknownRecord, unknown> = jsonObject('JSON object', (_, value) => value, identity)

/**
 * A JSON object or its text: strings stay strings. The lists and dicts in it are frozen, or frozen copies if they were
 * not sent as text. `null`, `""` and an absent value decode to `{}`.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const JsonObject: t.Type<UnknownRecord, unknown> = jsonObject('JSON object', fastFreeze, (u) => frozenCopy(u))

/**
 * A {@link JsonObject} of metrics: the strings `"NaN"`, `"Infinity"` and `"-Infinity"` in it decode to numbers.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const MetricsObject: t.Type<UnknownRecord, unknown> = jsonObject(
  'JSON object',
  (text, value) => fastFreeze(text, mayQuoteNonFinite(text) ? unquoteNonFinite(value) : value),
  (u) => frozenCopy(unquoteNonFinite(u)),
)
