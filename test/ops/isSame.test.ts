import { expect, test } from 'vitest'
import { isSame } from '../../src/ops/isSame.ts'

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
  expect([isSame(one, other), isSame(other, one)]).toEqual([same, same])
})

test('compares keys named like Object.prototype properties as data', () => {
  expect(isSame(JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": 1}'))).toBe(true)
  expect(isSame(JSON.parse('{"__proto__": 1}'), {})).toBe(false)
})
