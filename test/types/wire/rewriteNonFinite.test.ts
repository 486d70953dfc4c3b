import { describe, expect, test } from 'vitest'
import { rewriteNonFinite } from '../../../src/types/wire/rewriteNonFinite.ts'

describe('toPlainJson', () => {
  test('plain JSON is unchanged, and needs no mark', () => {
    const text = String.raw`{"a": [1, "NaN", "\\", "\"Infinity"], "b": null}`
    expect(rewriteNonFinite(text)).toEqual({ json: text, mark: undefined })
  })

  test('the mark replaces NaN', () => {
    const { json, mark } = rewriteNonFinite('[NaN,1,NaN]')
    expect(JSON.parse(json)).toEqual([mark, 1, mark])
  })

  test('no string of the text is the mark', () => {
    const { mark } = rewriteNonFinite(String.raw`["\ue0000", "\uE0001", NaN]`)
    expect(['\ue0000', '\ue0001']).not.toContain(mark)
  })

  test('infinities become numbers that overflow, separate from adjacent tokens', () => {
    expect(JSON.parse(rewriteNonFinite('[Infinity,-Infinity]').json)).toEqual([
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ])
    expect(() => JSON.parse(rewriteNonFinite('[1Infinity]').json)).toThrow(SyntaxError)
  })

  test('raw control characters become escapes', () => {
    expect(rewriteNonFinite('"a\tb\u0000"').json).toBe(String.raw`"a\u0009b\u0000"`)
  })

  test('NaN as a key is an error', () => {
    expect(() => rewriteNonFinite('{NaN: 1}')).toThrow(SyntaxError)
  })

  test('an open string at the end ends with the text', () => {
    expect(rewriteNonFinite('"abc').json).toBe('"abc')
    expect(rewriteNonFinite('"abc\\').json).toBe('"abc\\')
  })
})
