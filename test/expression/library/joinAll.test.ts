import { describe, expect, test } from 'vitest'
import { asked, typeAsked } from './asked.ts'
import { someRun } from './someRuns.ts'

const x = [
  [
    { col_a: 0, col_b: 'hello_0' },
    { col_a: 1, col_b: 'left' },
  ],
  [
    { col_a: 0, col_b: 'hello_1' },
    { col_a: 2, col_b: 'right' },
  ],
]

describe('joinAll', () => {
  test('returns the values of each list, column by column, for each key that all lists have', () => {
    expect(asked('x.joinAll((row) => row["col_a"])', { x })).toEqual([{ col_a: [0, 0], col_b: ['hello_0', 'hello_1'] }])
    expect(typeAsked('x.joinAll((row) => row["col_a"])', { x })).toBe(
      'list<dict<col_a: list<maybe<number>>, col_b: list<maybe<string>>>>',
    )
  })

  test('includes the other keys on request, with null for lists without them', () => {
    expect(asked('x.joinAll((row) => row["col_a"], true)', { x })).toEqual([
      { col_a: [0, 0], col_b: ['hello_0', 'hello_1'] },
      { col_a: [1, null], col_b: ['left', null] },
      { col_a: [null, 2], col_b: [null, 'right'] },
    ])
  })

  test('matches a row without a key with nothing', () => {
    const lists = [[{ a: null, b: 1 }], [{ a: null, b: 2 }]]
    expect(asked('x.joinAll((row) => row["a"])', { x: lists })).toEqual([])
    expect(asked('x.joinAll((row) => row["a"], true)["b"]', { x: lists })).toEqual([
      [1, null],
      [null, 2],
    ])
  })

  test('returns a dict for each combination of rows with the same key', () => {
    const lists = [
      [
        { a: 1, b: 1 },
        { a: 1, b: 2 },
      ],
      [
        { a: 1, b: 3 },
        { a: 1, b: 4 },
      ],
    ]
    expect(asked('x.joinAll((row) => row["a"])["b"]', { x: lists })).toEqual([
      [1, 3],
      [1, 4],
      [2, 3],
      [2, 4],
    ])
  })

  test('leaves out a list that is null, with and without outer', () => {
    const rows = (name: string) => [
      { id: `${name}.a`, val: 1 },
      { id: `${name}.b`, val: 2 },
    ]
    const lists = [rows('1'), null, rows('2')]
    const both = [
      { id: ['1.a', '2.a'], val: [1, 1] },
      { id: ['1.b', '2.b'], val: [2, 2] },
    ]
    for (const flag of ['false', 'true'])
      expect(asked(`x.joinAll((row) => row["val"], ${flag})`, { x: lists })).toEqual(both)
  })

  test('fills missing columns with null', () => {
    const lists = [[{ a: 1, c: { deep: true } }], [{ a: 1 }]]
    expect(asked('x.joinAll((row) => row["a"])', { x: lists })).toEqual([{ a: [1, 1], c: [{ deep: true }, null] }])
    expect(asked('x.joinAll((row) => row["a"], true)', { x: [[{ a: 1 }], null] })).toEqual([{ a: [1] }])
    expect(asked('x.joinAll((row) => row["a"], true)', { x: [[{ a: 1 }], []] })).toEqual([{ a: [1, null] }])
    expect(asked('x.joinAll((row) => row["a"])', { x: [] })).toEqual([])
  })

  test('tags the key, and each value with its run', () => {
    const table = (value: number): object => ({ _type: 'table', columns: ['a', 'v'], data: [[1, value]] })
    const runs = [someRun('a', {}, { t: table(10) }), someRun('b', {}, { t: table(20) })]
    const text =
      'runs.summary["t"].rows.joinAll((row) => row["a"]).map((row) => {k: row.joinKey, v: row["v"], of: row["v"].run.id})'
    expect(asked(text, { runs })).toEqual([{ k: 1, v: [10, 20], of: ['a', 'b'] }])
  })

  test('fails before it creates too many rows', () => {
    const text = 'range(0, 6).map((list) => range(0, 100).map((row) => {a: 1})).joinAll((row) => row["a"])'
    expect(asked(text)).toMatch(/^EvaluationError: This (creates|processes) more than/)
  })
})
