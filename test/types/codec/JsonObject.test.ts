import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JsonObject, MetricsObject } from 'wandb-run-ops/types'
import { unquoteNonFinite } from '../../../src/types/codec/nonFinite.ts'
import { extendedObject, toWireText } from '../arbitraries/wire.ts'
import { decoded, refusal } from '../outcome.ts'

describe.each([
  ['JsonObject', JsonObject],
  ['MetricsObject', MetricsObject],
])('%s', (_, codec) => {
  test.each([[null], [undefined], [''], ['null'], [' null '], ['{}'], [{}]])('%j is an empty object', (wire) => {
    expect(decoded(codec, wire)).toEqual({})
  })

  test('reads an object, and its JSON text', () => {
    expect(decoded(codec, { a: 1 })).toEqual({ a: 1 })
    expect(decoded(codec, ' {"a": 1} ')).toEqual({ a: 1 })
  })

  test('bare tokens in a text are numbers at any depth', () => {
    expect(decoded(codec, '{"a": NaN, "b": [Infinity, {"c": -Infinity}]}')).toEqual({
      a: Number.NaN,
      b: [Number.POSITIVE_INFINITY, { c: Number.NEGATIVE_INFINITY }],
    })
  })

  test('non-finite numbers of an object are unchanged', () => {
    expect(decoded(codec, { a: Number.NaN, b: Number.NEGATIVE_INFINITY })).toEqual({
      a: Number.NaN,
      b: Number.NEGATIVE_INFINITY,
    })
  })

  test.each([
    ['[1]', 'string'],
    ['5', 'string'],
    ['"text"', 'string'],
    ['true', 'string'],
    ['NaN', 'string'],
    [' ', 'string'],
    ['{', 'string'],
    ['{"a": 1}}', 'string'],
    ['"{}"', 'string'],
    [5, 'number'],
    [0, 'number'],
    [false, 'boolean'],
    [[1], 'array'],
    [[], 'array'],
    [() => 0, 'function'],
  ])('%s is not an object', (wire, actual) => {
    expect(refusal(codec, wire)).toEqual({ path: [], expected: 'JSON object', actual })
  })

  test('a hundred thousand levels are a value or a failure', () => {
    const levels = 100_000
    const nest = (leaf: string): string => '{"a":'.repeat(levels) + leaf + '}'.repeat(levels)
    for (const leaf of ['1', 'NaN', '"NaN"', '"Infinity"'])
      expect(['Left', 'Right']).toContain(codec.decode(nest(leaf))._tag)
    let object: Record<string, unknown> = { leaf: 'NaN' }
    for (let level = 0; level < levels; level++) object = { a: object }
    expect(['Left', 'Right']).toContain(codec.decode(object)._tag)
  })

  test('an object that contains itself is a value or a failure', () => {
    const object: Record<string, unknown> = { loss: 'NaN' }
    object['self'] = object
    expect(['Left', 'Right']).toContain(codec.decode(object)._tag)
  })

  test('recognizes objects only', () => {
    expect(codec.is({ a: 1 })).toBe(true)
    expect([null, [], '{}', 1].some(codec.is)).toBe(false)
  })

  test('round-trips', () => {
    fc.assert(
      fc.property(extendedObject, (wire) => {
        const object = decoded(codec, wire)
        return isDeepStrictEqual(decoded(codec, codec.encode(object)), object)
      }),
    )
  })
})

describe('quoted non-finite numbers', () => {
  const quoted = '{"a": "NaN", "b": ["Infinity", {"c": "-Infinity"}], "d": "a NaN"}'

  test('stay strings in a JsonObject, from a text and from an object', () => {
    const kept = { a: 'NaN', b: ['Infinity', { c: '-Infinity' }], d: 'a NaN' }
    expect(decoded(JsonObject, quoted)).toEqual(kept)
    expect(decoded(JsonObject, JSON.parse(quoted))).toEqual(kept)
  })

  test('are numbers in a MetricsObject, from a text and from an object', () => {
    const numbers = {
      a: Number.NaN,
      b: [Number.POSITIVE_INFINITY, { c: Number.NEGATIVE_INFINITY }],
      d: 'a NaN',
    }
    expect(decoded(MetricsObject, quoted)).toEqual(numbers)
    expect(decoded(MetricsObject, JSON.parse(quoted))).toEqual(numbers)
  })

  test('are numbers in a MetricsObject with their letters escaped', () => {
    expect(decoded(MetricsObject, String.raw`{"a": "\u004eaN", "b": "\u002DInfinity"}`)).toEqual({
      a: Number.NaN,
      b: Number.NEGATIVE_INFINITY,
    })
  })

  test('a text and its object decode to the same', () => {
    fc.assert(
      fc.property(extendedObject, fc.boolean(), (object, raw) => {
        const text = toWireText(object, raw)
        return (
          isDeepStrictEqual(decoded(JsonObject, text), decoded(JsonObject, object)) &&
          isDeepStrictEqual(decoded(MetricsObject, text), decoded(MetricsObject, object)) &&
          isDeepStrictEqual(decoded(MetricsObject, text), unquoteNonFinite(object))
        )
      }),
    )
  })
})
