import { expect, test } from 'vitest'
import { rank } from '../../../src/ops/history/rank.ts'

const { NaN: nan, POSITIVE_INFINITY: inf } = Number
const columns = (...all: ReadonlyArray<ReadonlyArray<number>>) =>
  all.map((values) => ({ steps: Float64Array.from(values.keys()), values: Float64Array.from(values) }))
const ranked = (list: ReturnType<typeof columns>, direction: 'asc' | 'desc') =>
  rank(list, direction).map(({ values }) => [...values])

test('the smallest is first, or the largest', () => {
  const list = columns([3, 1], [1, 2], [2, 3])
  expect(ranked(list, 'asc')).toEqual([
    [3, 1],
    [1, 2],
    [2, 3],
  ])
  expect(ranked(list, 'desc')).toEqual([
    [1, 3],
    [3, 2],
    [2, 1],
  ])
})

test('equal values share the lowest rank, and the next ranks are skipped', () => {
  expect(ranked(columns([5], [2], [5], [9], [0]), 'asc')).toEqual([[3], [2], [3], [5], [1]])
  expect(ranked(columns([5], [2], [5], [9], [0]), 'desc')).toEqual([[2], [4], [2], [1], [5]])
  for (const direction of ['asc', 'desc'] as const) expect(ranked(columns([0], [-0]), direction)).toEqual([[1], [1]])
})

test('NaN has no rank and does not affect others; infinities have one', () => {
  expect(ranked(columns([nan], [inf], [1], [-inf]), 'asc')).toEqual([[nan], [3], [2], [1]])
  expect(ranked(columns([nan], [inf], [1], [-inf]), 'desc')).toEqual([[nan], [1], [2], [3]])
  expect(ranked(columns([nan], [nan]), 'asc')).toEqual([[nan], [nan]])
})

test('ranks exist only at steps that all series have', () => {
  const [first] = columns([1, 2, 3])
  const later = { steps: Float64Array.of(2, 4), values: Float64Array.of(0, 0) }
  const list = rank(first === undefined ? [] : [first, later], 'asc')
  expect(list.map(({ steps, values }) => [[...steps], [...values]])).toEqual([
    [[2], [2]],
    [[2], [1]],
  ])
})

test('the result is empty for no series, everything is frozen, and the list can come last', () => {
  expect(rank([], 'asc')).toEqual([])
  const list = rank('desc')(columns([1], [2]))
  expect(list).toEqual(columns([2], [1]))
  expect([list, ...list].every(Object.isFrozen)).toBe(true)
})
