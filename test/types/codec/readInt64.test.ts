import { expect, test } from 'vitest'
import { readInt64 } from '../../../src/types/codec/readInt64.ts'

test.each<[unknown, number]>([
  [5, 5],
  [-0.5, -0.5],
  ['1800', 1800],
  ['-7.25', -7.25],
])('reads %j as %j', (wire, n) => {
  expect(readInt64(wire)).toBe(n)
})

test.each([
  null,
  undefined,
  '',
  ' 5',
  '5 ',
  '1e3',
  '0x1',
  '9'.repeat(400),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  5n,
  [5],
])('rejects %s', (wire) => {
  expect(readInt64(wire)).toBeUndefined()
})
