import { describe, expect, test } from 'vitest'
import { asked, typeAsked } from './asked.ts'

describe('isNone', () => {
  test.each([
    ['null.isNone', true],
    ['(0).isNone', false],
    ['"".isNone', false],
    ['false.isNone', false],
    ['[].isNone', false],
    ['[null].isNone', false],
    ['{}.isNone', false],
    ['[null, 1].map((row) => row.isNone)', [true, false]],
    ['[1, null][5].isNone', true],
  ])('is true for null only, and tests a list as a whole: %s is %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  test('is a boolean, never null', () => {
    expect(typeAsked('[1, null][0].isNone')).toBe('boolean')
  })
})

describe('coalesce', () => {
  const values = [null, 0, 1]
  const lists = [null, 0, [], [null], [0], [1, null], [null, 1], [null, null], [[null], 1]]

  const reference = (x: unknown, y: unknown): unknown =>
    x === null
      ? y
      : Array.isArray(x)
        ? x.map((item, place) => reference(item, Array.isArray(y) ? (y[place] ?? null) : y))
        : x

  test('returns the value unless it is null, for all pairs of values and lists', () => {
    const pairs = lists.flatMap((x) => lists.map((y) => [x, y] as const))
    expect(pairs).toHaveLength(81)
    for (const [x, y] of pairs) expect(asked('coalesce(x, y)', { x, y })).toEqual(reference(x, y))
    for (const x of values) expect(asked('x.coalesce(7)', { x })).toBe(x ?? 7)
  })

  test.each([
    ['coalesce(false, 1)', false],
    ['coalesce("", 1)', ''],
    ['coalesce(null, null)', null],
    ['[1, null, 3].coalesce(0)', [1, 0, 3]],
    ['[null, null].coalesce([1, 2])', [1, 2]],
    ['[null, null].coalesce([1])', [1, null]],
  ])('does not replace 0, false and the empty string: %s is %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  test('does not replace NaN, and keeps the tags of the elements', () => {
    expect(asked('coalesce(x, 1)', { x: Number.NaN })).toBeNaN()
    expect(asked('[1, 2].groupby((row) => row).map((row) => row.coalesce(0)).map((row) => row.groupkey)')).toEqual([
      1, 2,
    ])
  })

  test.each([
    ['coalesce(1, "a")', 'number'],
    ['coalesce([1, null][0], 0)', 'number'],
    ['coalesce([1, null][0], "a")', 'number | string'],
    ['[1, null].coalesce(0)', 'list<number>'],
    ['[1, null].coalesce([2, 3])', 'list<maybe<number>>'],
  ])('removes null from the type unless the replacement may be null: %s is %s', (text, expected) => {
    expect(typeAsked(text)).toBe(expected)
  })
})
