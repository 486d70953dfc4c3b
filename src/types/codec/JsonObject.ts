import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isObject } from './isObject.ts'
import { mayQuoteNonFinite, unquoteNonFinite } from './nonFinite.ts'
import { nothing } from './nothing.ts'
import { parseJson } from './parseJson.ts'

type Json = Readonly<Record<string, unknown>>

const isAbsent = (u: unknown): boolean => u === null || u === undefined || u === ''

const jsonObject = (
  name: string,
  fromText: (text: string, value: unknown) => unknown,
  fromValue: (u: unknown) => unknown,
) =>
  new t.Type<Json, unknown>(
    name,
    isObject,
    (u, context) => {
      if (isAbsent(u)) return t.success(nothing)
      const parsed = typeof u === 'string' ? parseJson(u) : E.right(u)
      if (E.isLeft(parsed) || (parsed.right !== null && !isObject(parsed.right))) return t.failure(u, context)
      try {
        const value = typeof u === 'string' ? fromText(u, parsed.right) : fromValue(parsed.right)
        return t.success(isObject(value) ? value : nothing)
      } catch {
        // Nested too deeply for the stack.
        return t.failure(u, context)
      }
    },
    t.identity,
  )

/**
 * A JSON object or its text, left as it is: strings stay strings. `null`, `""` and an absent value decode to `{}`.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const JsonObject: t.Type<Readonly<Record<string, unknown>>, unknown> = jsonObject(
  'JSON object',
  (_, value) => value,
  t.identity,
)

/**
 * A {@link JsonObject} of metrics: the strings `"NaN"`, `"Infinity"` and `"-Infinity"` in it decode to numbers.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const MetricsObject: t.Type<Readonly<Record<string, unknown>>, unknown> = jsonObject(
  'JSON object',
  (text, value) => (mayQuoteNonFinite(text) ? unquoteNonFinite(value) : value),
  unquoteNonFinite,
)
