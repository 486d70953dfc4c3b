import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { JsonObject, MetricsObject, parseJson } from 'wandb-run-ops/types'
import { mayQuoteNonFinite, unquoteNonFinite } from '../../../src/types/wire/json.ts'
import { oddKeys, withOddKeys } from '../../fixtures/types/oddKeys.ts'
import { caseCount } from '../../laws/law.ts'
import { extended, extendedObject, json, toWireText } from '../arbitraries/wire.ts'
import { decoded, refusal } from '../outcome.ts'

const { NaN: nan, POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number
const notJson = E.left('NotJson')

describe('parseJson', () => {
  test('reads plain JSON as the engine does', () => {
    fc.assert(
      fc.property(json, (value) =>
        isDeepStrictEqual(parseJson(JSON.stringify(value)), E.right(JSON.parse(JSON.stringify(value)))),
      ),
    )
  })

  test('reads non-finite numbers and raw control characters anywhere', () => {
    fc.assert(
      fc.property(extended, fc.boolean(), (value, raw) =>
        isDeepStrictEqual(parseJson(toWireText(value, raw)), E.right(value)),
      ),
      { numRuns: caseCount(500) },
    )
  })

  test.each([
    ['NaN', nan],
    [' \t\nNaN\r ', nan],
    ['Infinity', POSITIVE_INFINITY],
    ['-Infinity', NEGATIVE_INFINITY],
    ['[NaN]', [nan]],
    ['[NaN,NaN , -Infinity,Infinity]', [nan, nan, NEGATIVE_INFINITY, POSITIVE_INFINITY]],
    ['{"a":{"b":[{"c":NaN}]}}', { a: { b: [{ c: nan }] } }],
    ['{"NaN":NaN}', { NaN: nan }],
    ['{"a":NaN,"a":1}', { a: 1 }],
    ['{"a":1,"a":NaN}', { a: nan }],
    ['[1e999,-1e999,NaN]', [POSITIVE_INFINITY, NEGATIVE_INFINITY, nan]],
    ['[-0,NaN]', [-0, nan]],
  ])('%s is read', (text, value) => {
    expect(parseJson(text)).toEqual(E.right(value))
  })

  test.each([
    '["NaN", NaN]',
    '["a NaN, -Infinity", NaN]',
    String.raw`["\"NaN", NaN]`,
    String.raw`["\\", NaN]`,
    String.raw`["\\\"NaN\\", NaN]`,
    String.raw`["\\\\", NaN]`,
    '["[NaN]", NaN]',
    String.raw`["\u004eaN", NaN]`,
    '["", NaN]',
  ])('strings next to a token are unchanged: %s', (text) => {
    const [string, number] = E.getOrElseW(() => [])(parseJson(text)) as ReadonlyArray<unknown>
    expect(string).toBe((JSON.parse(text.replace(/NaN\]$/, '0]')) as ReadonlyArray<unknown>)[0])
    expect(number).toBe(nan)
  })

  test.each(Array.from({ length: 32 }, (_, code) => code))(
    'a string may contain the raw control character %d',
    (code) => {
      const control = String.fromCharCode(code)
      expect(parseJson(`{"a${control}": "x${control}y"}`)).toEqual(E.right({ [`a${control}`]: `x${control}y` }))
    },
  )

  test('a control character outside of strings is an error unless it is white space', () => {
    expect(parseJson('{\u0001"a": 1}')).toEqual(notJson)
    expect(parseJson('{\t"a":\n NaN}')).toEqual(E.right({ a: nan }))
  })

  test('a backslash before a raw control character is an error', () => {
    expect(parseJson('["\\\n"]')).toEqual(notJson)
    expect(parseJson('["\\\u0001", NaN]')).toEqual(notJson)
  })

  test('a backslash pair before a raw control character is a backslash', () => {
    expect(parseJson('["\\\\\n"]')).toEqual(E.right(['\\\n']))
  })

  test.each([
    '',
    ' ',
    'nan',
    'inf',
    'Nan',
    'NaNa',
    'xNaN',
    '-NaN',
    '+Infinity',
    '--Infinity',
    '- Infinity',
    'Infinity5',
    '5Infinity',
    '1-Infinity',
    '0.Infinity',
    '1eInfinity',
    'NaN5',
    'NaN NaN',
    'NaNInfinity',
    '[NaN',
    '[NaN,]',
    '{"a":NaN',
    '{NaN:1}',
    '{NaN \n:1}',
    '{Infinity:1}',
    '{"a" NaN}',
    '"NaN',
    '["\\"NaN]',
    '["a\tb]',
    '{"a": undefined}',
    "{'a': NaN}",
    '["\\x41", NaN]',
    '["\\u12", NaN]',
    'NaN // done',
    '\ufeffNaN',
  ])('%j is not JSON', (text) => {
    expect(parseJson(text)).toEqual(notJson)
  })

  test('white space far after a NaN does not make it a key', () => {
    expect(E.isLeft(parseJson(`{NaN${' '.repeat(1000)}: 1}`))).toBe(true)
  })

  test.each(oddKeys)('%j is an own key, at every depth, with a NaN or without', (key) => {
    for (const leaf of [1, nan]) {
      const text = `{${JSON.stringify(key)}: {${JSON.stringify(key)}: ${leaf}}}`
      const read = E.getOrElseW(() => undefined)(parseJson(text)) as object
      expect(Object.keys(read)).toEqual([key])
      const inner = Object.values(read)[0] as object
      expect(Object.entries(inner)).toEqual([[key, leaf]])
      expect(Object.getPrototypeOf(inner)).toBe(Object.prototype)
    }
  })

  test('all the odd keys at once keep their values', () => {
    const text = toWireText(withOddKeys({ deep: nan }))
    const read = E.getOrElseW(() => ({}))(parseJson(text)) as object
    expect(Object.keys(read).sort()).toEqual([...oddKeys].sort())
    expect(Object.values(read).every((value) => Number.isNaN((value as { deep: number }).deep))).toBe(true)
  })

  test('an error includes nothing of the text', () => {
    expect(JSON.stringify(parseJson('{"password": "hunter2" oops}'))).toBe('{"_tag":"Left","left":"NotJson"}')
  })
})

describe('parseJson, if the text contains the character that marks a NaN', () => {
  test.each(['\ue000', '\ue0000', '\ue0001', '\ue00010', '\uf8ff'])('%j next to a NaN stays a string', (data) => {
    expect(parseJson(`[${JSON.stringify(data)}, NaN]`)).toEqual(E.right([data, nan]))
  })

  test('the same, spelled with escapes', () => {
    expect(parseJson(String.raw`["\ue0000", "\uE0001", "\ue000\u0032", "\ue0003", NaN]`)).toEqual(
      E.right(['\ue0000', '\ue0001', '\ue0002', '\ue0003', nan]),
    )
  })

  test('the same, after raw control characters', () => {
    expect(parseJson('["\ue0000\t", "\ue000\n0", NaN]')).toEqual(E.right(['\ue0000\t', '\ue000\n0', nan]))
  })

  test('all private-use characters at once, and the first thousand marks', () => {
    const characters = Array.from({ length: 0xf8ff - 0xe000 + 1 }, (_, n) => String.fromCharCode(0xe000 + n))
    const marks = Array.from({ length: 1000 }, (_, n) => `\ue000${n}`)
    const data = [...characters, ...marks, characters.join('')]
    expect(parseJson(`[${data.map((s) => JSON.stringify(s)).join()}, NaN]`)).toEqual(E.right([...data, nan]))
  })

  test('as a key it stays a key', () => {
    expect(parseJson('{"\ue0000": NaN, "\ue000": "\ue0000"}')).toEqual(E.right({ '\ue0000': nan, '\ue000': '\ue0000' }))
  })
})

describe('parseJson, with very much text', () => {
  const escapes = String.raw`\n\"\\ \u00e9NaN `
  const length = caseCount(10_000_000, 1_000_000)

  test('reads a string of millions of characters full of escapes, next to a NaN', () => {
    const times = Math.ceil(length / escapes.length)
    const read = parseJson(`{"log": "${escapes.repeat(times)}", "loss": NaN}`) as E.Right<{ log: string; loss: number }>
    expect(read.right.loss).toBe(nan)
    expect(read.right.log === '\n"\\ éNaN '.repeat(times)).toBe(true)
  })

  test('reads a string of millions of raw control characters', () => {
    const read = parseJson(`["${'\t'.repeat(length)}"]`) as E.Right<[string]>
    expect(read.right[0] === '\t'.repeat(length)).toBe(true)
  })

  test('reads a string of millions of private-use characters next to a NaN', () => {
    const read = parseJson(`["${'\ue000'.repeat(length)}", NaN]`) as E.Right<[string, number]>
    expect(read.right[0].length).toBe(length)
    expect(read.right[1]).toBe(nan)
  })

  test('reads a million NaNs', () => {
    const read = parseJson(`[${Array(1_000_000).fill('NaN').join()}]`) as E.Right<Array<number>>
    expect(read.right.length).toBe(1_000_000)
    expect(read.right.every(Number.isNaN)).toBe(true)
  })

  test('reads a hundred thousand levels with a NaN at the bottom', () => {
    const levels = 100_000
    const read = parseJson(`${'[{"a":'.repeat(levels)}NaN${'}]'.repeat(levels)}`) as E.Right<unknown>
    let value: unknown = read.right
    for (let level = 0; level < levels; level++) value = (value as [{ a: unknown }])[0].a
    expect(value).toBe(nan)
  })

  test('rejects a hundred thousand levels that are never closed', () => {
    expect(parseJson('['.repeat(100_000))).toEqual(notJson)
    expect(parseJson(`${'['.repeat(100_000)}NaN`)).toEqual(notJson)
  })
})

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
