import { describe, expect, test } from 'vitest'
import { asked } from './asked.ts'

test.each([
  ['"foobarbaz".startsWith("foo")', true],
  ['"foobarbaz".startsWith("bar")', false],
  ['"".startsWith(null)', true],
  ['"foobarbaz".startsWith(null)', true],
  ['"foobarbaz".startsWith("")', true],
  ['"foobarbaz".endsWith("baz")', true],
  ['"foobarbaz".endsWith("bar")', false],
  ['"foobarbaz".endsWith(null)', true],
  ['"🤡barbaz".startsWith("🤡")', true],
  ['"foo".startsWith([1, "a"][0])', null],
  ['["foo", null].startsWith("f")', [true, null]],
  ['"Weights 🚀 Biases".contains("🚀")', true],
  ['"Weights 🚀 Biases".contains("🔥")', false],
  ['"Weights & Biases".contains(null)', true],
])('a string starts with, ends with and contains the empty string: %s is %j', (text, expected) => {
  expect(asked(text)).toEqual(expected)
})

test('the argument matches literally, even if it looks like a pattern', () => {
  expect(asked('"a+b".contains("a+b")')).toBe(true)
  expect(asked('"aab".contains("a+b")')).toBe(false)
  expect(asked('"x".contains("(")')).toBe(false)
  expect(asked('x.contains("(a+)+$")', { x: `${'a'.repeat(50_000)}!` })).toBe(false)
})

describe('character classes', () => {
  test.each([
    ['isAlpha', ['abcABCxyzXYZ', 'é', 'вес'], ['', 'hunter42', 'a b c', '🚀']],
    ['isAlnum', ['hunter42', '42hunter', 'é1'], ['', 'hunter-42', 'hunter 42', 'a b c 1 1']],
    [
      'isNumeric',
      ['42', '-3.14', '.5', '-.5', '007'],
      ['', '-', '.', '5.', '42e10', 'one hundred', '1 1 2', '--1', ' 1'],
    ],
  ])('%s holds for %j and not for %j', (name, yes, no) => {
    expect(asked(`x.${name}`, { x: yes })).toEqual(yes.map(() => true))
    expect(asked(`x.${name}`, { x: no })).toEqual(no.map(() => false))
  })

  test('are fast for long strings', () => {
    expect(asked('[x.isAlpha, x.isNumeric]', { x: `${'1'.repeat(1_000_000)}!` })).toEqual([false, false])
  })
})

test.each([
  ['"bar".in("foobarbaz")', true],
  ['"quux".in("foobarbaz")', false],
  ['"bar".in(["foo", "bar"])', true],
  ['"ba".in(["foo", "bar"])', false],
  ['"ba".in(null)', false],
  ['["bar", null].in(["foo", "bar"])', [true, null]],
])('a string is in another as a substring, and in a list as an element: %s is %j', (text, expected) => {
  expect(asked(text)).toEqual(expected)
})
