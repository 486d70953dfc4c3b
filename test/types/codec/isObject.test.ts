import { expect, test } from 'vitest'
import { isObject } from '../../../src/types/codec/isObject.ts'

test('an object is one, with or without a prototype', () => {
  expect(isObject({})).toBe(true)
  expect(isObject(Object.create(null))).toBe(true)
})

test.each([null, undefined, [], 'text', 1, true, () => 0, Symbol('s')])('%s is none', (u) => {
  expect(isObject(u)).toBe(false)
})
