import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { json } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'
import { asked, typeAsked } from './asked.ts'
import { someRun } from './someRuns.ts'

const rows = [
  { a: 1, b: 2 },
  { a: 2, b: 3 },
  { a: 5, b: 2 },
]

describe('filter', () => {
  test('includes only elements for which the function returns true, not null or 1', () => {
    expect(asked('x.filter((row) => row)', { x: [true, false, null, 1, 'true', [true]] })).toEqual([true])
  })

  test('drops a run whose config lacks the key', () => {
    const runs = [someRun('a', { lr: 0.1 }), someRun('b'), null, someRun('c', { lr: 0 })]
    expect(asked('runs.filter((row) => row.config["lr"] >= 0).id', { runs })).toEqual(['a', 'c'])
    expect(typeAsked('runs.filter((row) => row.config["lr"] >= 0)', { runs })).toBe('list<maybe<run>>')
  })

  test('includes values that are 0, false and empty if the condition is true', () => {
    expect(asked('x.filter((row) => row == false || row == 0 || row == "")', { x: [0, false, '', null, 1] })).toEqual([
      0,
      false,
      '',
    ])
  })
})

describe('map', () => {
  test('returns a value for each element with its index, and null as null', () => {
    expect(asked('x.map((row, index) => row + index)', { x: [10, null, 30] })).toEqual([10, null, 32])
    expect(asked('x.map((row) => row.isNone)', { x: [10, null] })).toEqual([false, true])
  })

  test('sees the names around it, in a map within a map', () => {
    expect(asked('x.map((row) => x.map((each) => each + 10).sum + row)', { x: [0, 1, 2, 3, 4] })).toEqual([
      60, 61, 62, 63, 64,
    ])
  })

  test('has the result type of its function', () => {
    expect(typeAsked('x.map((row) => {n: row, s: "a"})', { x: [1] })).toBe('list<dict<n: number, s: string>>')
  })
})

describe('groupby', () => {
  test('returns groups in order of first appearance', () => {
    expect(asked('rows.groupby((row) => row["b"] + 1)[1]["a"]', { rows })).toEqual([2])
    expect(asked('rows.groupby((row) => row["b"])["a"]', { rows })).toEqual([[1, 5], [2]])
    expect(asked('x.groupby((row) => row)', { x: [10, 2, 10, 1] })).toEqual([[10, 10], [2], [1]])
  })

  test('compares keys by type: 1, "1", null, "", true and a date are six', () => {
    const x = [1, '1', null, '', true, new Date(1)]
    expect(asked('x.groupby((row) => row).groupkey', { x })).toEqual(x)
  })

  test('has one group for equal lists, and for dicts with equal entries in any order', () => {
    const x = [{ p: 1, q: 2 }, { q: 2, p: 1 }, [1, 2], [1, 2], 'key {"p":1,"q":2}', new Date(5), new Date(5)]
    expect(asked('x.groupby((row) => row).map((row) => row.count)', { x })).toEqual([2, 2, 1, 2])
  })

  test('has one group for NaN, and one for 0 and -0', () => {
    expect(asked('x.groupby((row) => row).count', { x: [Number.NaN, 0, Number.NaN, -0] })).toBe(2)
  })

  test('returns the key unchanged: a boolean or a dict', () => {
    expect(asked('rows.groupby((row) => row["a"] >= 2).map((row) => row.groupkey)', { rows })).toEqual([false, true])
    expect(
      asked('rows.groupby((row) => {k: row["a"]}).map((row) => {k: row.groupkey["k"], n: row.count})', { rows }),
    ).toEqual([
      { k: 1, n: 1 },
      { k: 2, n: 1 },
      { k: 5, n: 1 },
    ])
  })

  test.each([
    ['a number and its text', [1, '1'], 2],
    ['null and the empty text', [null, ''], 2],
    ['false, 0 and null', [false, 0, null], 3],
  ])('distinguishes %s in the configs of runs', (_what, values, count) => {
    const runs = values.map((lr, index) => someRun(String(index), { lr }))
    expect(asked('runs.groupby((row) => row.config["lr"]).count', { runs })).toBe(count)
  })

  test('has a list of lists as its type', () => {
    expect(typeAsked('rows.groupby((row) => row.a)', { rows })).toBe('list<list<dict<a: number, b: number>>>')
  })

  test('partitions the list: each element is in one group, in order, and keys of groups differ', () => {
    law([fc.array(json)], (x) => {
      const groups = asked('x.groupby((row) => row)', { x }) as ReadonlyArray<ReadonlyArray<unknown>>
      const size = groups.reduce((count, group) => count + group.length, 0)
      const firsts = groups.map(([first]) => first)
      const again = asked('x.unique', { x: firsts }) as ReadonlyArray<unknown>
      return size === x.length && again.length === firsts.length && groups.every((group) => group.length > 0)
    })
  })
})

describe('contains', () => {
  test('compares by type and contents', () => {
    expect(asked('x.contains(1)', { x: [1, 2] })).toBe(true)
    expect(asked('x.contains("1")', { x: [1, 2] })).toBe(false)
    expect(asked('x.contains({a: [1]})', { x: [{ a: [1] }] })).toBe(true)
    expect(asked('x.contains(null)', { x: [1, null] })).toBe(true)
    expect(asked('x.contains(null)', { x: [] })).toBe(false)
  })

  test('applies to the list if its elements are strings', () => {
    expect(asked('x.contains("a")', { x: ['ab', 'b'] })).toBe(false)
  })
})

describe('joinToStr', () => {
  test('formats null as an empty string, numbers and dates as strings and dicts as JSON', () => {
    const x = ['a', null, 1.5, true, new Date(0), { k: [1] }]
    expect(asked('x.joinToStr("|")', { x })).toBe('a||1.5|true|1970-01-01T00:00:00.000Z|{"k":[1]}')
  })

  test('has an empty separator by default, and maps over inner lists', () => {
    expect(asked('x.joinToStr', { x: ['a', 'b'] })).toBe('ab')
    expect(asked('x.joinToStr("-")', { x: [['a', 'b'], [], null] })).toEqual(['a-b', '', null])
    expect(asked('x.joinToStr(null)', { x: ['a'] })).toBe(null)
    expect(asked('x.joinToStr(";")', { x: [[1, 2], [3]] })).toEqual(['1;2', '3'])
  })

  test('formats lists among other values as JSON', () => {
    expect(asked('x.joinToStr(";")', { x: [{ a: 1 }, [1, { b: 2 }], null] })).toBe('{"a":1};[1,{"b":2}];')
  })

  test('joins the strings of runs', () => {
    expect(asked('runs.id.joinToStr(", ")', { runs: [someRun('a'), someRun('b')] })).toBe('a, b')
  })
})

describe('count', () => {
  test('counts null, too, and is null of null', () => {
    expect(asked('x.count', { x: [null, 1] })).toBe(2)
    expect(asked('x.count', { x: null })).toBe(null)
  })
})

describe('operations of lists', () => {
  test('reject an argument that is not a function', () => {
    expect(asked('x.map(1)', { x: [1] })).toMatch(/^TypeError: map expects a function/)
    expect(asked('x.filter', { x: [1] })).toMatch(/^TypeError: filter requires the argument filterFn/)
  })
})
