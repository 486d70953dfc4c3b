import { expect, test } from 'vitest'
import { emptyObject, getOwn, isObject, setOwn, typeName } from '../../../src/types/wire/own.ts'
import { oddKeys } from '../../fixtures/types/oddKeys.ts'

test('returns an own property', () => {
  expect(getOwn({ a: 1 }, 'a')).toBe(1)
  expect(getOwn(JSON.parse('{"__proto__": 2}') as Record<string, unknown>, '__proto__')).toBe(2)
})

test.each(['constructor', '__proto__', 'toString', 'inherited'])('returns undefined for an inherited %s', (key) => {
  expect(getOwn(Object.create({ inherited: 1 }) as Record<string, unknown>, key)).toBeUndefined()
})

test('reads an object that has no prototype', () => {
  expect(getOwn(Object.assign(Object.create(null), { a: 1 }) as Record<string, unknown>, 'a')).toBe(1)
})

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

test('an object is one, with or without a prototype', () => {
  expect(isObject({})).toBe(true)
  expect(isObject(Object.create(null))).toBe(true)
})

test.each([null, undefined, [], 'text', 1, true, () => 0, Symbol('s')])('%s is none', (u) => {
  expect(isObject(u)).toBe(false)
})

test('nothing is empty and frozen', () => {
  expect(emptyObject).toStrictEqual({})
  expect(Object.isFrozen(emptyObject)).toBe(true)
})

test.each([
  [null, 'null'],
  [undefined, 'undefined'],
  ['secret', 'string'],
  [1, 'number'],
  [Number.NaN, 'number'],
  [1n, 'bigint'],
  [true, 'boolean'],
  [[1], 'array'],
  [{}, 'object'],
  [new Date(0), 'date'],
  [() => 0, 'function'],
  [Symbol('secret'), 'symbol'],
])('%s has the name of its type', (u, name) => {
  expect(typeName(u)).toBe(name)
})
