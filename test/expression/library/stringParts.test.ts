import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileString } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'
import { asked } from './asked.ts'

describe('string-split', () => {
  test.each([
    ['"foo bar baz".split(" ")', ['foo', 'bar', 'baz']],
    ['"a.b".split(".")', ['a', 'b']],
    ['"a🚀".split("")', ['a', '🚀']],
    ['"ab".split(null)', ['a', 'b']],
    ['"ab".split', ['a', 'b']],
    ['"".split(",")', ['']],
    ['["a,b", null].split(",")', [['a', 'b'], null]],
  ])('%s is %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })
})

describe('string-partition', () => {
  test.each([
    ['"foobarbazbar".partition("bar")', ['foo', 'bar', 'bazbar']],
    ['"foo".partition("bar")', ['foo', '', '']],
    ['"foo".partition(null)', ['foo', '', '']],
  ])('%s is %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  test('returns three strings that concatenate to the original', () => {
    law([hostileString, hostileString], (x, y) => {
      const parts = asked('x.partition(y)', { x, y }) as ReadonlyArray<string>
      return parts.length === 3 && parts.join('') === x
    })
  })
})

describe('string-slice', () => {
  test.each([
    ['x.slice(0)', 'weights and biases'],
    ['x.slice', 'weights and biases'],
    ['x.slice(0, 0)', ''],
    ['x.slice(4)', 'hts and biases'],
    ['x.slice(4, 7)', 'hts'],
    ['x.slice(4, -3)', 'hts and bia'],
    ['x.slice(4, 1000)', 'hts and biases'],
    ['x.slice(null, 3)', 'wei'],
    ['x.slice(-3, null)', 'ses'],
    ['"🚀🦄🔥".slice(1, 2)', '🦄'],
    ['"🚀🦄🔥".slice(-1)', '🔥'],
    ['x.slice([1, "a"][1])', null],
  ])('%s is %j', (text, expected) => {
    expect(asked(text, { x: 'weights and biases' })).toBe(expected)
  })

  test('agrees with len: the two parts at any index concatenate to the original', () => {
    law([hostileString, fc.integer({ min: 0, max: 9 })], (x, n) => {
      const [first, second, size] = asked('[x.slice(0, n), x.slice(n), x.slice(0, n).len]', { x, n }) as [
        string,
        string,
        number,
      ]
      return first + second === x && size <= n
    })
  })
})

describe('string-replace and string-findAll', () => {
  test.each([
    ['"weights and biases".replace("and", "or")', 'weights or biases'],
    ['"wandb wandb wandb".replace("wandb", "W&B")', 'W&B W&B W&B'],
    ['"a.b".replace(".", "$&$1")', 'a$&$1b'],
    ['"abc".replace("b")', 'ac'],
    ['"abc".replace("b", null)', 'ac'],
    ['"abc".replace("", "x")', 'abc'],
    ['"abc".replace(null, "x")', 'abc'],
    ['"Weights & Biases".findAll("Bias")', ['Bias']],
    ['"aaaa".findAll("aa")', ['aa', 'aa']],
    ['"weights and/or biases".findAll("(or|and)")', []],
    ['"(or|and)".findAll("(or|and)")', ['(or|and)']],
    ['"abc".findAll("")', []],
    ['"abc".findAll(null)', []],
  ])('match literally, not as a pattern: %s is %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  test('stop an evaluation whose strings grow without bounds', () => {
    const grow = '.replace("a", x)'.repeat(12)
    expect(asked(`x${grow}`, { x: 'a'.repeat(200) })).toContain('EvaluationError')
  })
})
