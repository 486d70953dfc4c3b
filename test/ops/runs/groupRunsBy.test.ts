import { describe, expect, expectTypeOf, test } from 'vitest'
import type { RunState } from 'wandb-run-ops/types'
import { countBy, groupRunsBy, uniqueBy } from '../../../src/ops/runs/groupRunsBy.ts'
import { column } from '../../../src/query/columnBuilders.ts'

const a = column.config('a')
const runsOf = (values: ReadonlyArray<unknown>) =>
  values.map((value, at) => ({ state: at % 2 === 0 ? 'finished' : 'crashed', config: { a: value, at } }))
const keysOf = (values: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  groupRunsBy(a)(runsOf(values)).map(({ key }) => key)

describe('by a time', () => {
  test('returns dates of their own as keys', () => {
    const runs = [{ createdAt: new Date(0) }, { createdAt: new Date(1) }]
    const groups = groupRunsBy(column.createdAt)(runs)
    const pairs = groupRunsBy([column.createdAt])(runs)
    for (const { key } of [...groups, ...countBy(column.createdAt)(runs)]) key.setTime(5)
    for (const { key } of pairs) key[0].setTime(5)
    expect(runs.map(({ createdAt }) => createdAt.getTime())).toEqual([0, 1])
    expect(groups).toHaveLength(2)
  })
})

describe('by a column', () => {
  test('returns groups in order of first appearance, and their runs in order', () => {
    const groups = groupRunsBy(a)(runsOf(['x', 'y', 'x']))
    expect(groups.map(({ key, runs }) => [key, runs.map(({ config }) => config.at)])).toEqual([
      ['x', [0, 2]],
      ['y', [1]],
    ])
  })

  test('distinguishes values by type: 1, "1", true, null, missing and "" are six groups', () => {
    const six = [1, '1', true, null, undefined, '']
    expect(keysOf([...six, ...six])).toEqual(six)
  })

  test('puts all NaN in one group, and 0 and -0 in one', () => {
    expect(keysOf([Number.NaN, 0, -0, Number.NaN])).toEqual([Number.NaN, 0])
  })

  test('compares lists and dicts by content, dicts whatever the order of their keys', () => {
    expect(keysOf([[1, 2], [1, 2], [2, 1], { a: 1, b: [0] }, { b: [-0], a: 1 }, { a: 1 }])).toHaveLength(4)
    expect(
      keysOf([['1'], [1], [[1]], [null], [undefined], [], {}, [true], ['true'], ['a,b'], ['a', 'b']]),
    ).toHaveLength(11)
    expect(keysOf([JSON.parse('{"__proto__": 1}'), {}])).toHaveLength(2)
  })

  test('never treats a string as a list or dict with the same spelling', () => {
    expect(keysOf([[], '[]', {}, '{}', [1], '[number 1]', '[1]'])).toHaveLength(7)
  })

  test('compares dates by their time', () => {
    const runs = [0, 1, 0].map((time) => ({ createdAt: new Date(time) }))
    const groups = groupRunsBy(column.createdAt)(runs)
    expect(groups.map(({ key, runs: { length } }) => [key.getTime(), length])).toEqual([
      [0, 2],
      [1, 1],
    ])
  })

  test('has no limit on the number of groups', () => {
    expect(groupRunsBy(a)(runsOf(Array.from({ length: 100_000 }, (_, at) => at % 50_000)))).toHaveLength(50_000)
  })

  test('returns none for no runs, and freezes the result', () => {
    expect(groupRunsBy(a)([])).toEqual([])
    const groups = groupRunsBy(a)(runsOf([1]))
    expect([groups, groups[0], groups[0]?.runs].every(Object.isFrozen)).toBe(true)
  })
})

describe('by several columns', () => {
  test('returns a group for each combination of values', () => {
    const groups = groupRunsBy([column.state, a])(runsOf([1, 1, 1, 2]))
    expect(groups.map(({ key, runs }) => [key, runs.length])).toEqual([
      [['finished', 1], 2],
      [['crashed', 1], 1],
      [['crashed', 2], 1],
    ])
  })

  test('does not mix up values of two columns', () => {
    const runs = [{ config: { a: 'x', b: 'yz' } }, { config: { a: 'xy', b: 'z' } }]
    expect(groupRunsBy([a, column.config('b')])(runs)).toHaveLength(2)
  })

  test('returns one-element keys for one column, and one group for no columns', () => {
    expect(groupRunsBy([a])(runsOf([1]))[0]?.key).toEqual([1])
    expect(groupRunsBy([])(runsOf([1, 2])).map(({ key, runs }) => [key, runs.length])).toEqual([[[], 2]])
    expect(groupRunsBy([])([])).toEqual([])
    expect(groupRunsBy([a, a])([])).toEqual([])
  })
})

test('keys are typed by the column, and by each of several; runs keep their type', () => {
  const runs = [{ state: 'finished', config: { a: 1 }, mine: true }]
  const one = groupRunsBy(column.config<number>('a'))(runs)
  const two = groupRunsBy([column.state, column.config<number>('a')])(runs)
  expectTypeOf<(typeof one)[number]['key']>().toEqualTypeOf<number>()
  expectTypeOf<(typeof two)[number]['key'][0]>().toEqualTypeOf<RunState | undefined>()
  expectTypeOf<(typeof two)[number]['key'][1]>().toEqualTypeOf<number>()
  expectTypeOf<(typeof two)[number]['runs'][number]['mine']>().toEqualTypeOf<boolean>()
  // @ts-expect-error: these runs have no config
  expect(groupRunsBy([column.state, a])([{ state: 'finished' }])).toHaveLength(1)
})

test('returns the values in order of first appearance, each with its number of runs', () => {
  const runs = ['b', 'a', undefined, 'b'].map((group) => ({ group }))
  const counts = countBy(column.group)(runs)
  expect(counts).toEqual([
    { key: 'b', count: 2 },
    { key: 'a', count: 1 },
    { key: undefined, count: 1 },
  ])
  expect(Object.isFrozen(counts)).toBe(true)
  expectTypeOf<(typeof counts)[number]['key']>().toEqualTypeOf<string | undefined>()
})

test('returns none for no runs', () => {
  expect(countBy(column.group)([])).toEqual([])
})

test('keeps the first run of each value, in order; a missing value counts as one', () => {
  const runs = [1, '1', undefined, 1, [1], null, undefined, [1], Number.NaN, Number.NaN].map((a) => ({ config: { a } }))
  const kept = uniqueBy(column.config('a'))(runs)
  expect(kept.map((run) => runs.indexOf(run))).toEqual([0, 1, 2, 4, 5, 8])
  expect(Object.isFrozen(kept)).toBe(true)
})

test('starts again with each list', () => {
  const unique = uniqueBy(column.group)
  const runs = [{ group: 'a' }]
  expect(unique(runs)).toEqual(unique(runs))
  expect(unique([])).toEqual([])
})
