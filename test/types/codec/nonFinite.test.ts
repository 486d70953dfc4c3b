import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayQuoteNonFinite, unquoteNonFinite } from '../../../src/types/codec/nonFinite.ts'
import { withOddKeys } from '../../fixtures/types/oddKeys.ts'
import { extended, json } from '../arbitraries/wire.ts'

describe('unquoteNonFinite', () => {
  test.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['-Infinity', Number.NEGATIVE_INFINITY],
  ])('%j is a number', (text, n) => {
    expect(unquoteNonFinite(text)).toBe(n)
  })

  test.each(['nan', 'NAN', ' NaN', 'NaN ', '+Infinity', 'infinity', 'inf', '-NaN', 'notNaN', '"NaN"', ''])(
    '%j stays a string',
    (text) => {
      expect(unquoteNonFinite(text)).toBe(text)
    },
  )

  test('works at any depth', () => {
    expect(unquoteNonFinite({ a: [{ b: ['NaN', 1] }], c: '-Infinity' })).toEqual({
      a: [{ b: [Number.NaN, 1] }],
      c: Number.NEGATIVE_INFINITY,
    })
  })

  test('keys are left alone, whatever they spell', () => {
    expect(unquoteNonFinite({ NaN: 'NaN' })).toEqual({ NaN: Number.NaN })
  })

  test('own keys of any name are reached and stay own', () => {
    const result = unquoteNonFinite(withOddKeys('NaN')) as object
    expect(Object.entries(result)).toEqual(Object.entries(withOddKeys(Number.NaN)))
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype)
  })

  test('the argument is left as it is', () => {
    const value = Object.freeze({ a: Object.freeze(['NaN']) })
    unquoteNonFinite(value)
    expect(value).toEqual({ a: ['NaN'] })
  })

  test('a value without such a string is returned itself', () => {
    const value = { a: [1, Number.NaN, null], b: { c: 'text' }, d: new Date(0) }
    expect(unquoteNonFinite(value)).toBe(value)
  })

  test('parts without such a string are shared', () => {
    const part = { x: 1 }
    expect((unquoteNonFinite({ part, loss: 'NaN' }) as { readonly part: unknown }).part).toBe(part)
  })

  test('is idempotent', () => {
    fc.assert(
      fc.property(extended, (value) => {
        const once = unquoteNonFinite(value)
        return unquoteNonFinite(once) === once || Number.isNaN(once)
      }),
    )
  })
})

/** The same JSON with the letters of its strings escaped. */
const escapeAscii = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"/g, (part) =>
    part.replace(/\\u....|\\.|[A-Za-z-]/g, (c) => (c.length > 1 ? c : `\\u00${c.charCodeAt(0).toString(16)}`)),
  )

describe('mayQuoteNonFinite', () => {
  test.each([
    ['{"a": 1}', false],
    ['{"a": NaN}', false],
    ['{"a": "nan"}', false],
    ['{"a": "NaN"}', true],
    ['{"a": "-Infinity"}', true],
    [String.raw`{"a": "\u004eaN"}`, true],
    [String.raw`{"a": "Na\u004E"}`, true],
    [String.raw`{"a": "\u002dInfinity"}`, true],
  ])('%s: %s', (text, may) => {
    expect(mayQuoteNonFinite(text)).toBe(may)
  })

  test('never misses a text that has one', () => {
    fc.assert(
      fc.property(json, fc.boolean(), (value, escaped) => {
        const text = escaped ? escapeAscii(JSON.stringify(value)) : JSON.stringify(value)
        const parsed: unknown = JSON.parse(text)
        return mayQuoteNonFinite(text) || unquoteNonFinite(parsed) === parsed
      }),
    )
  })
})
