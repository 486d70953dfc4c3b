import { expect, test } from 'vitest'
import { own } from '../../../src/types/codec/own.ts'

test('returns an own property', () => {
  expect(own({ a: 1 }, 'a')).toBe(1)
  expect(own(JSON.parse('{"__proto__": 2}') as Record<string, unknown>, '__proto__')).toBe(2)
})

test.each(['constructor', '__proto__', 'toString', 'inherited'])('returns undefined for an inherited %s', (key) => {
  expect(own(Object.create({ inherited: 1 }) as Record<string, unknown>, key)).toBeUndefined()
})

test('reads an object that has no prototype', () => {
  expect(own(Object.assign(Object.create(null), { a: 1 }) as Record<string, unknown>, 'a')).toBe(1)
})
