import { describe, expect, test } from 'vitest'
import { containsTest, regexTest } from '../../../sandbox/query/textTest.ts'

describe('regexTest', () => {
  test.each([
    ['b', undefined, 'abc', true],
    ['^b', undefined, 'abc', false],
    ['(?i)^A', undefined, 'abc', true],
    ['^A', 'i', 'abc', true],
    ['^b$', 'm', 'a\nb\nc', true],
    ['^b$', undefined, 'a\nb\nc', false],
    ['a.b', 's', 'a\nb', true],
    ['a.b', undefined, 'a\nb', false],
  ])('%j with the options %j on %j is %j', (expression, options, text, wanted) => {
    expect(regexTest(expression, options)(text)).toBe(wanted)
  })

  test.each([
    ['\\s', '\u00a0', false],
    ['\\s', '\v', false],
    ['^.$', '\r', true],
    ['^.$', '😀', true],
    ['[[:alpha:]]\\z', 'a', true],
    ['\\Qa.b\\E', 'axb', false],
  ])('%j is RE2, not JavaScript, on %j', (expression, text, wanted) => {
    expect(regexTest(expression, undefined)(text)).toBe(wanted)
  })

  test('tests every element of a list, and only strings', () => {
    expect(regexTest('^b$', '')(['a', 1, 'b'])).toBe(true)
    expect(regexTest('1', '')([1, [], {}])).toBe(false)
    for (const value of [1, null, undefined, true, {}, new Date(0)]) expect(regexTest('', '')(value)).toBe(false)
  })

  test.each([['('], ['a(?=b)'], ['(a)\\1'], ['a{1001}'], [7], [null]])('%j is rejected', (expression) => {
    expect(() => regexTest(expression, undefined)).toThrow('invalid filter: $regex')
  })

  test('options that RE2 does not have are rejected', () => {
    expect(() => regexTest('a', 'g')).toThrow('invalid filter: $options')
  })
})

describe('containsTest', () => {
  test('finds a literal substring, case-sensitively', () => {
    expect(containsTest('a.b')('xa.bx')).toBe(true)
    expect(containsTest('a.b')('xaxbx')).toBe(false)
    expect(containsTest('A')('a')).toBe(false)
    expect(containsTest('')('')).toBe(true)
  })

  test('tests every element of a list, and only strings', () => {
    expect(containsTest('b')(['a', 'abc'])).toBe(true)
    expect(containsTest('1')([1, 11])).toBe(false)
    expect(containsTest('1')(1)).toBe(false)
  })
})
