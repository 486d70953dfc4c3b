import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Int64 } from 'wandb-run-ops/types'
import { readInt64 } from '../../../src/types/wire/int64.ts'
import { decoded, refusal } from '../outcome.ts'

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

describe('Int64', () => {
  test.each([
    [0, 0],
    [-1, -1],
    [1.5, 1.5],
    ['0', 0],
    ['1800', 1800],
    ['-3', -3],
    ['12.5', 12.5],
    ['9007199254740993', 9007199254740992],
    ['9223372036854775807', 2 ** 63],
    ['007', 7],
  ])('reads %j as %d', (wire, n) => {
    expect(decoded(Int64, wire)).toBe(n)
  })

  test.each([
    ['', 'string'],
    [' 1', 'string'],
    ['1 ', 'string'],
    ['1\n', 'string'],
    ['1e3', 'string'],
    ['0x10', 'string'],
    ['+1', 'string'],
    ['.5', 'string'],
    ['1.', 'string'],
    ['--1', 'string'],
    ['NaN', 'string'],
    ['Infinity', 'string'],
    ['9'.repeat(400), 'string'],
    [Number.NaN, 'number'],
    [Number.POSITIVE_INFINITY, 'number'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'boolean'],
    [1n, 'bigint'],
    [[1], 'array'],
    [{}, 'object'],
    [new Date(0), 'date'],
  ])('rejects %s', (wire, actual) => {
    expect(refusal(Int64, wire)).toEqual({ path: [], expected: 'Int64', actual })
  })

  test('encodes a number unchanged', () => {
    expect(Int64.encode(5)).toBe(5)
  })

  test('recognizes finite numbers only', () => {
    expect(Int64.is(1)).toBe(true)
    expect([Number.NaN, Number.POSITIVE_INFINITY, '1', null].some(Int64.is)).toBe(false)
  })

  test('round-trips, from the number and from its digits', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        const text = String(Int64.encode(n))
        return decoded(Int64, Int64.encode(n)) === n && decoded(Int64, text) === n
      }),
    )
  })

  test('recognizes whatever it decodes from any string', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,500}(\.\d{1,5})?$/), (text) => {
        const outcome = Int64.decode(text)
        return outcome._tag === 'Left' || Int64.is(outcome.right)
      }),
    )
  })
})
