import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { law } from '../../laws/law.ts'
import { asked, typeAsked } from './asked.ts'
import { someRun } from './someRuns.ts'

const one = [
  { a: 1, b: 'l1' },
  { a: 2, b: 'l2' },
  { a: null, b: 'l3' },
  { a: 1, b: 'l4' },
]
const other = [
  { a: 3, c: 'r1' },
  { a: 1, c: 'r2' },
  { a: null, c: 'r3' },
  { a: 1, c: 'r4' },
]

const joined = (flags: string): unknown =>
  asked(
    `one.join(other, (row) => row.a, (row) => row.a, "l", "r"${flags}).map((row) => row.l["b"].coalesce("-") + row.r["c"].coalesce("-"))`,
    { one, other },
  )

const matches = ['l1r2', 'l1r4', 'l4r2', 'l4r4']

describe('join', () => {
  test('returns the pairs with equal keys, in the order of the first list', () => {
    expect(joined('')).toEqual(matches)
    expect(joined(', false, false')).toEqual(matches)
  })

  test('includes rows without a match on request, paired with null', () => {
    expect(joined(', true')).toEqual([...matches, 'l2-', 'l3-'])
    expect(joined(', false, true')).toEqual([...matches, '-r1', '-r3'])
    expect(joined(', true, true')).toEqual([...matches, 'l2-', 'l3-', '-r1', '-r3'])
  })

  test('matches null with nothing, and 1 not with "1"', () => {
    expect(asked('x.join(y, (row) => row, (row) => row)', { x: [null, 1], y: [null, '1'] })).toEqual([])
  })

  test('treats null as an empty list', () => {
    const text = 'one.join(null, (row) => row.a, (row) => row.a, "l", "r", true, true).r'
    expect(asked(text, { one })).toEqual([null, null, null, null])
  })

  test('can be of a join', () => {
    const text =
      'x.join(x, (row) => row, (row) => row, "p", "q").join(x, (row) => row.p, (row) => row, "pq", "r").map((row) => [row.pq.p, row.pq.q, row.r])'
    expect(asked(text, { x: [1, 2] })).toEqual([
      [1, 1, 1],
      [2, 2, 2],
    ])
  })

  test('names the rows "0" and "1" by default, and rejects equal names', () => {
    expect(asked('x.join(x, (row) => row, (row) => row)', { x: [1] })).toEqual([{ 0: 1, 1: 1 }])
    expect(asked('x.join(x, (row) => row, (row) => row, "l", "l")', { x: [1] })).toBe(
      'EvaluationError: Both sides of the join are named "l".',
    )
  })

  test('rejects a string for a boolean', () => {
    expect(asked('x.join(x, (row) => row, (row) => row, "l", "r", "false")', { x: [1] })).toMatch(
      /^TypeError: join expects boolean/,
    )
  })

  test('has the types of the rows under their names, or null for outer joins', () => {
    const start = 'x.join(y, (row) => row, (row) => row, "l", "r"'
    const scope = { x: [1], y: [1, 'a'] }
    expect(typeAsked(`${start})`, scope)).toBe('list<dict<l: number, r: number | string>>')
    expect(typeAsked(`${start}, true)`, scope)).toBe('list<dict<l: number, r: maybe<number | string>>>')
    expect(typeAsked(`${start}, false, true)`, scope)).toBe('list<dict<l: maybe<number>, r: number | string>>')
  })

  test('tags the key, and each row with its run', () => {
    const runs = [someRun('a', {}, { loss: 1 }), someRun('b', {}, { loss: 2 })]
    const text =
      'runs.summary.join(runs.summary, (row) => row["loss"], (row) => row["loss"], "l", "r").map((row) => {k: row.joinObj, key: row.joinKey, l: row["l"].run.id, r: row["r"].run.id})'
    expect(asked(text, { runs })).toEqual([
      { k: 1, key: 1, l: 'a', r: 'a' },
      { k: 2, key: 2, l: 'b', r: 'b' },
    ])
  })

  test('fails before it creates too many pairs', () => {
    const text = 'range(0, 20000).join(range(0, 20000), (row) => 1, (row) => 1)'
    expect(asked(text)).toMatch(/^EvaluationError: This (creates|processes) more than/)
  })

  const key = fc.constantFrom(null, 0, 1, 2, '1', '', true, Number.NaN)
  const list = fc.array(key, { maxLength: 8 }).map((keys) => keys.map((k, id) => ({ k, id })))

  test('agrees with a nested loop', () => {
    law([list, list, fc.boolean(), fc.boolean()], (x, y, left, right) => {
      const given = asked('x.join(y, (row) => row["k"], (row) => row["k"], "l", "r", left, right)', {
        x,
        y,
        left,
        right,
      }) as ReadonlyArray<{ readonly l: (typeof x)[0] | null; readonly r: (typeof y)[0] | null }>
      const isMatch = (l: (typeof x)[0], r: (typeof y)[0]): boolean => l.k !== null && Object.is(l.k, r.k)
      const expected = [
        ...x.flatMap((l) => y.filter((r) => isMatch(l, r)).map((r) => [l.id, r.id])),
        ...(left ? x.filter((l) => !y.some((r) => isMatch(l, r))).map((l) => [l.id, null]) : []),
        ...(right ? y.filter((r) => !x.some((l) => isMatch(l, r))).map((r) => [null, r.id]) : []),
      ]
      const found = given.map(({ l, r }) => [l?.id ?? null, r?.id ?? null])
      return JSON.stringify(found.map(String).sort()) === JSON.stringify(expected.map(String).sort())
    })
  })
})
