import { describe, expect, test } from 'vitest'
import { asked, typeAsked } from './asked.ts'

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
