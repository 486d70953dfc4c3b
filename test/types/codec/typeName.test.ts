import { expect, test } from 'vitest'
import { typeName } from '../../../src/types/codec/typeName.ts'

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
