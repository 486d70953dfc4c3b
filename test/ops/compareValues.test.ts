import { describe, expect, test } from 'vitest'
import { compareValues, deepEqual, ordBy } from '../../src/ops/compareValues.ts'

const asc = (first: unknown, second: unknown) => compareValues(first, second, 'asc')
const desc = (first: unknown, second: unknown) => compareValues(first, second, 'desc')

describe('compareValues', () => {
  test('compares dates by their time', () => {
    expect(asc(new Date(1), new Date(2))).toBe(-1)
    expect(asc(new Date(1), new Date(1))).toBe(0)
    expect(desc(new Date(1), new Date(2))).toBe(1)
  })

  test('compares large integers with numbers', () => {
    expect(asc(2n ** 64n, Number.MAX_VALUE)).toBe(-1)
    expect(asc(1n, 1)).toBe(0)
  })

  test('compares strings by code units, not as numbers', () => {
    expect(asc('10', '9')).toBe(-1)
    expect(asc('B', 'a')).toBe(-1)
  })

  test('puts false before true', () => {
    expect(asc(false, true)).toBe(-1)
  })

  test('never treats values of two types as ties', () => {
    expect(asc(1, '1')).toBe(-1)
    expect(asc(0, false)).toBe(-1)
    expect(asc(new Date(0), 0)).toBe(1)
  })

  test('treats values without an order as ties', () => {
    expect(asc({}, [1])).toBe(0)
  })

  test.each([undefined, null, Number.NaN, new Date(Number.NaN)])('puts %s last in both directions', (missing) => {
    for (const value of [0, 'z', true, {}, new Date(0)]) {
      expect([asc(missing, value), asc(value, missing)]).toEqual([1, -1])
      expect([desc(missing, value), desc(value, missing)]).toEqual([1, -1])
    }
    expect([asc(missing, null), desc(missing, undefined)]).toEqual([0, 0])
  })
})

describe('ordBy', () => {
  test('orders records by the value read from them', () => {
    expect(ordBy((text: string) => text.length).compare('bb', 'a')).toBe(1)
  })

  test('treats records as equal when they compare to 0', () => {
    expect(ordBy((text: string) => text.length).equals('a', 'b')).toBe(true)
  })

  test('reverses with desc', () => {
    expect(ordBy((text: string) => text.length, 'desc').compare('bb', 'a')).toBe(-1)
  })
})

test.each([
  [1, 1, true],
  [1, '1', false],
  [1, true, false],
  [0, -0, true],
  [Number.NaN, Number.NaN, true],
  [Number.NaN, null, false],
  [null, null, true],
  [[1, [2]], [1, [2]], true],
  [[1, 2], [2, 1], false],
  [[null], [undefined], true],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [[], {}, false],
  [new Date(5), new Date(5), true],
  [new Date(5), new Date(6), false],
  [new Date(5), {}, false],
])('of %j and %j is %j', (one, other, same) => {
  expect([deepEqual(one, other), deepEqual(other, one)]).toEqual([same, same])
})

test('compares keys named like Object.prototype properties as data', () => {
  expect(deepEqual(JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": 1}'))).toBe(true)
  expect(deepEqual(JSON.parse('{"__proto__": 1}'), {})).toBe(false)
})
