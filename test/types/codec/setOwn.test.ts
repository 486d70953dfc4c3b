import { expect, test } from 'vitest'
import { setOwn } from '../../../src/types/codec/setOwn.ts'
import { oddKeys } from '../../fixtures/types/oddKeys.ts'

test.each(oddKeys)('%j becomes an own, enumerable, writable property', (key) => {
  const target: Record<string, unknown> = {}
  setOwn(target, key, 1)
  expect(Object.getOwnPropertyDescriptor(target, key)).toEqual({
    value: 1,
    writable: true,
    enumerable: true,
    configurable: true,
  })
  expect(Object.getPrototypeOf(target)).toBe(Object.prototype)
})

test('an object under __proto__ does not become the prototype', () => {
  const target: Record<string, unknown> = {}
  setOwn(target, '__proto__', { polluted: true })
  expect(target['polluted']).toBeUndefined()
})

test('sets a property again', () => {
  const target: Record<string, unknown> = {}
  setOwn(target, '__proto__', 1)
  setOwn(target, '__proto__', 2)
  expect(Object.entries(target)).toEqual([['__proto__', 2]])
})
