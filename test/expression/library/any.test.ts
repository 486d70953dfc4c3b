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

test.each([
  ['1 == null', false],
  ['null == null', true],
  ['null == 1', false],
  ['1 == 1', true],
  ['[null, 0, 1] == 0', [false, true, false]],
  ['[null, 0, 1] == null', [true, false, false]],
  ['[null, 0, 1] != 0', [true, false, true]],
])('an operator sees null: %s is %j', (text, expected) => {
  expect(asked(text)).toEqual(expected)
})

test.each([
  ['(1).equal(1)', true],
  ['(1).equal("1")', false],
  ['(1).equal(null)', false],
  ['(1).notEqual(2)', true],
  ['"a".equal("a")', true],
  ['"a".notEqual("b")', true],
  ['true.equal(true)', true],
  ['false.notEqual(true)', true],
  ['Date("2026-11-21").equal(Date("2026-11-21T00:00:00Z"))', true],
  ['[null, 0, 1].equal(0)', [null, true, false]],
])('an operation after a dot propagates null: %s is %j', (text, expected) => {
  expect(asked(text)).toEqual(expected)
})

describe('logic', () => {
  test.each([
    ['true && null', null],
    ['false && null', null],
    ['null || true', null],
    ['true.and(false)', false],
    ['true.or(false)', true],
    ['true.and(null)', null],
    ['[true, false, null].and(true)', [true, false, null]],
    ['!true', false],
    ['!false', true],
    ['!null', null],
    ['true.not', false],
    ['[true, null].not', [false, null]],
    ['not([false])', [true]],
  ])('with null is null: %s is %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })
})

describe('if', () => {
  test.each([
    ['true.if("then", 0)', 'then'],
    ['false.if("then", 0)', 0],
    ['null.if("then", 0)', null],
    ['[true, false, null].if(1, 2)', [1, 2, null]],
    ['(1 > 0).if(null, 2)', null],
  ])('chooses, and null stays null: %s is %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  test('has one of the two types', () => {
    expect(typeAsked('true.if("then", 0)')).toBe('string | number')
    expect(typeAsked('[true, null].if("then", "else")')).toBe('list<maybe<string>>')
  })

  test('is not available on values that are not booleans', () => {
    expect(asked('(1).if(2, 3)')).toBe('TypeError: number has no operation if.')
  })
})

describe('cond', () => {
  test.each([
    ['cond({ a: false, b: true, c: true }, { a: 1, b: 2, c: 3 })', 2],
    ['cond({ a: null, b: false }, { a: 1, b: 2 })', null],
    ['cond({ a: true }, { b: 2 })', null],
    ['cond({ a: true }, { a: null })', null],
    ['{ a: true }.cond({ a: "x" })', 'x'],
    ['[{ a: true }, null].cond({ a: "x" })', ['x', null]],
    ['cond({ toString: true }, {})', null],
  ])('returns the result of the first true case: %s is %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  test('works on tagged values', () => {
    const text =
      '[1, 2].groupby((row) => row).map((row) => cond({ a: row.groupkey > 1, b: true }, { a: "large", b: "small" }))'
    expect(asked(text)).toEqual(['small', 'large'])
  })

  test('has one of the types of the results, or null', () => {
    expect(typeAsked('cond({ a: true, b: true }, { a: 1, b: 2 })')).toBe('maybe<number>')
  })
})
