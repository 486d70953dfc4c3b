import { expect, test } from 'vitest'
import { restoreNonFinite } from '../../../sandbox/query/restoreNonFinite.ts'

test('converts the three quoted numbers at any depth', () => {
  expect(restoreNonFinite({ a: ['NaN', { b: 'Infinity' }], c: '-Infinity' })).toEqual({
    a: [Number.NaN, { b: Number.POSITIVE_INFINITY }],
    c: Number.NEGATIVE_INFINITY,
  })
})

test('leaves other strings and all other values unchanged', () => {
  const value = JSON.parse('{"a": "nan", "b": "+Infinity", "c": null, "d": true, "e": " NaN", "__proto__": {"f": 1}}')
  expect(restoreNonFinite(value)).toEqual(value)
  expect(Object.keys(restoreNonFinite(value) as object)).toContain('__proto__')
})
