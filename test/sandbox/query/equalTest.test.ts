import { describe, expect, test } from 'vitest'
import { missing } from '../../../sandbox/json/lookup.ts'
import { equalTest } from '../../../sandbox/query/equalTest.ts'

describe('equalTest', () => {
  test.each<[unknown, unknown, boolean]>([
    [1, 1, true],
    [1, '1', false],
    [0, -0, true],
    [null, missing, true],
    [[1, 2], [1, 2], true],
    [1, [1, 2], true],
    [1, [[1]], false],
    [null, [null], true],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ constructor: { a: 1 } }, { constructor: { a: 1 } }, true],
    [{}, { constructor: { a: 1 } }, false],
    [{}, [], false],
    [new Date(1), new Date(1), true],
    [new Date(1), 1, false],
  ])('asked for %j, %j passes: %j', (operand, value, passes) => {
    expect(equalTest([operand])(value)).toBe(passes)
    expect(equalTest(['other', operand])(value)).toBe(passes)
  })
})
