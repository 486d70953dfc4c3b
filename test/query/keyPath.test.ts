import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { memberAt, parseKeys, splitList } from '../../src/query/keyPath.ts'

describe('memberAt', () => {
  test.each<[unknown, string | number, unknown]>([
    [{ a: 1 }, 'a', 1],
    [{ 'a.b': 1 }, 'a.b', 1],
    [{ '': 1 }, '', 1],
    [{ '🚀': 1 }, '🚀', 1],
    [{ '0': 'zero', '-1': 'minus' }, '0', 'zero'],
    [{ '0': 'zero', '-1': 'minus' }, '-1', 'minus'],
    [JSON.parse('{"__proto__": 1}'), '__proto__', 1],
    [['a', 'b'], '1', 'b'],
    [['a', 'b'], 1, 'b'],
    [{ length: 3 }, 'length', 3],
  ])('of %j at %j is %j', (value, key, member) => {
    expect(memberAt(value, key)).toBe(member)
  })

  test.each<[unknown, string]>([
    [{}, '__proto__'],
    [{}, 'constructor'],
    [['a', 'b'], 'length'],
    [['a', 'b'], '2'],
    [['a', 'b'], '-1'],
    [['a', 'b'], '01'],
    [['a', 'b'], '1.0'],
    [['a', 'b'], ' 1'],
    [['a', 'b'], ''],
    ['text', '0'],
    [null, 'a'],
    [undefined, 'a'],
    [7, 'toFixed'],
  ])('of %j at %j is missing', (value, key) => {
    expect(memberAt(value, key)).toBeUndefined()
  })
})

describe('splitList', () => {
  test.each<[string, ReadonlyArray<string>]>([
    ['a,b', ['a', 'b']],
    [' a , b, ', ['a', 'b']],
    ['', []],
    ['a,,b', ['a', '', 'b']],
    ['config["a,b"],c', ['config["a,b"]', 'c']],
    ["config['a,]'],c", ["config['a,]']", 'c']],
    [String.raw`config["\",\\"],c`, [String.raw`config["\",\\"]`, 'c']],
    ['config["a,b', ['config["a', 'b']],
    ['summary.it\'s,summary.a"', ["summary.it's", 'summary.a"']],
  ])('of %j is %j', (text, items) => {
    expect(splitList(text)).toEqual(items)
  })
})

test('parseKeys says which keys are in brackets', () => {
  expect(parseKeys(`.a["b"][0]['c']`)).toEqual(
    E.right([
      { key: 'a', isPlain: true },
      { key: 'b', isPlain: false },
      { key: '0', isPlain: false },
      { key: 'c', isPlain: false },
    ]),
  )
})
