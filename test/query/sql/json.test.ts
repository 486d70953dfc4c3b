import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, fromSqlJson, sqlJson } from '../../../src/query/sql/json.ts'
import { queryText, queryValue } from '../../arbitraries/query.ts'
import { caseCount } from '../../laws/law.ts'

describe('sqlJson', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(queryValue, (value) => {
        expect(fromSqlJson(sqlJson(value))).toEqual(value)
      }),
      { numRuns: caseCount(2000) },
    )
  })
  it('sorts keys at every depth', () => {
    expect(sqlJson({ b: [{ d: 1, c: 2 }], a: undefined, '': null })).toBe('{"":null,"b":[{"c":2,"d":1}]}')
  })
  it('distinguishes a number from a string that spells it', () => {
    expect([Number.NaN, 'NaN', 'NaN\0', 'aNaN'].map(sqlJson)).toEqual([
      '"NaN"',
      '"NaN\\u0000"',
      '"NaN\\u0000\\u0000"',
      '"aNaN"',
    ])
  })
  it('writes large integers so that no engine reads them as integers', () => {
    expect([2 ** 53, 1e20, -0].map(sqlJson)).toEqual(['9.007199254740992e+15', '1e+20', '0'])
  })
  it('preserves the order of strings', () => {
    const text = fc.oneof(queryText, fc.constantFrom('NaN', 'NaN\0', 'NaN\u0001', 'Infinity', '-Infinity', 'NaN\0\0'))
    fc.assert(
      fc.property(text, text, (one, other): boolean => one < other === escapeText(one) < escapeText(other)),
      { numRuns: caseCount(2000) },
    )
  })
})
