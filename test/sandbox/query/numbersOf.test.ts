import { expect, test } from 'vitest'
import { numbersOf } from '../../../sandbox/query/numbersOf.ts'

test('the three quoted numbers are numbers at any depth', () => {
  expect(numbersOf({ a: ['NaN', { b: 'Infinity' }], c: '-Infinity' })).toEqual({
    a: [Number.NaN, { b: Number.POSITIVE_INFINITY }],
    c: Number.NEGATIVE_INFINITY,
  })
})

test('other strings and all other values stay', () => {
  const value = JSON.parse('{"a": "nan", "b": "+Infinity", "c": null, "d": true, "e": " NaN", "__proto__": {"f": 1}}')
  expect(numbersOf(value)).toEqual(value)
  expect(Object.keys(numbersOf(value) as object)).toContain('__proto__')
})
