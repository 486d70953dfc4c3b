import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileString } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'
import { asked } from './asked.ts'

describe('joining strings', () => {
  test.each([
    ['"foo" + null', 'foo'],
    ['null + "bar"', null],
    ['"foo".add("bar")', 'foobar'],
    ['"foo".add(null)', 'foo'],
    ['"foo".add([1, "a"][0])', null],
    ['"foo".append("bar")', 'foobar'],
    ['"foo".append(null)', 'foo'],
    ['"foo".append', 'foo'],
    ['"foo".prepend("bar")', 'barfoo'],
    ['["a", null].prepend("x")', ['xa', null]],
    ['"foo".append([1, "a"][0])', null],
  ])('treats null on the right as the empty string: %s is %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })
})

describe('string-len', () => {
  test.each([
    ['', 0],
    ['foobar', 6],
    ['W&B is 🚀🦄🔥', 10],
    ['\ud800', 1],
  ])('counts the characters of %j: %d', (x, expected) => {
    expect(asked('x.len', { x })).toBe(expected)
  })
})

describe('transforming a string', () => {
  test.each([
    ['x.lower', 'Weights & Biases 🚀', 'weights & biases 🚀'],
    ['x.upper', 'Weights & Biases 🚀', 'WEIGHTS & BIASES 🚀'],
    ['x.upper', 'i', 'I'],
    ['x.strip', '  \t\r\nWeights & Biases\r\n\t  ', 'Weights & Biases'],
    ['x.lStrip', '  \t\r\nWeights & Biases\r\n\t  ', 'Weights & Biases\r\n\t  '],
    ['x.rStrip', '  \t\r\nWeights & Biases\r\n\t  ', '  \t\r\nWeights & Biases'],
  ])('%s of %j is %j', (text, x, expected) => {
    expect(asked(text, { x })).toBe(expected)
    expect(asked(text, { x: [x, null] })).toEqual([expected, null])
  })
})

describe('string-parseNumberWithSeparator', () => {
  test.each([
    ['1,234.5', ',', '.', 1234.5],
    ['1.234,5', '.', ',', 1234.5],
    ['1 234', ' ', '', 1234],
    ['12,34,567', ',', '.', 1_234_567],
    ['0', ',', '.', 0],
    ['-1.5e3', '', '', -1500],
    [' .5 ', '', '', 0.5],
    ['5.', '', '', 5],
    ['1,234', ',', '', 1234],
    ['123.456.008', '.', '', 123_456_008],
    ['1.234,5', '.', '', 1234.5],
    ['12,34', ',', '.', null],
    ['1,,000', ',', '.', null],
    [',5', ',', '.', null],
    [',500', ',', '.', null],
    ['1234,567', ',', '.', null],
    ['1,234,56', ',', '.', null],
    ['1,234.5,6', ',', '.', null],
    ['1.5', '.', '', null],
    ['12abc', ',', '.', null],
    ['1.2.3', ',', '.', null],
    ['1.234,5', ',', '.', null],
    ['', ',', '.', null],
    ['-', ',', '.', null],
    ['.', ',', '.', null],
    ['NaN', '', '', null],
    ['e5', '', '', null],
  ])('reads %j with %j and %j as %j', (x, thousands, decimal, expected) => {
    expect(asked('x.parseNumberWithSeparator(t, d)', { x, t: thousands, d: decimal })).toBe(expected)
  })

  test('parses numbers without separators by default', () => {
    expect(asked('"1234.5".parseNumberWithSeparator')).toBe(1234.5)
    expect(asked('"1234.5".parseNumberWithSeparator(null, null)')).toBe(1234.5)
  })

  test('reads back every number that toString writes', () => {
    law([fc.double({ noNaN: true, noDefaultInfinity: true })], (x) =>
      Object.is((asked('x.toString.parseNumberWithSeparator', { x }) as number) + 0, x + 0),
    )
  })
})

describe('string-levenshtein', () => {
  const words = ['smitten', 'mitten', 'kitty', 'fitting', 'written']

  test('counts the edits between strings', () => {
    expect(asked('words.map((row) => words.map((other) => levenshtein(row, other)))', { words })).toEqual([
      [0, 1, 4, 4, 2],
      [1, 0, 3, 3, 2],
      [4, 3, 0, 4, 4],
      [4, 3, 4, 0, 4],
      [2, 2, 4, 4, 0],
    ])
  })

  test('treats null as the empty string, and counts characters', () => {
    expect(asked('levenshtein("🚀🦄", null)')).toBe(2)
  })

  test('is symmetric, and 0 for equal strings only', () => {
    law([hostileString, hostileString], (x, y) => {
      const far = asked('levenshtein(x, y)', { x, y })
      return far === asked('levenshtein(y, x)', { x, y }) && (far === 0) === (x === y)
    })
  })

  test('fails for strings that would take too long', () => {
    expect(asked('levenshtein(x, x)', { x: 'a'.repeat(20_000) })).toContain('EvaluationError')
  })
})

test('date_parse parses each string of a list', () => {
  expect(asked('["2026-11-21", "then", null].date_parse')).toEqual([new Date('2026-11-21T00:00:00Z'), null, null])
})

describe('string-toNumber', () => {
  test.each([
    ['123', 123],
    ['-1.5e3', -1500],
    [' .5 ', 0.5],
    ['ABC', null],
    ['1,234', null],
    ['', null],
  ])('reads %j as %j', (x, expected) => {
    expect(asked('x.toNumber', { x })).toBe(expected)
  })
})
