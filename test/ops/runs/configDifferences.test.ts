import * as Ord from 'fp-ts/lib/Ord.js'
import { describe, expect, test } from 'vitest'
import {
  commonConfig,
  configDifferenceSize,
  diffConfigs,
  ordConfigDifferenceBySize,
} from '../../../src/ops/runs/configDifferences.ts'
import { groupRunsBy } from '../../../src/ops/runs/groupRunsBy.ts'
import { importance } from '../../../src/ops/runs/importance.ts'
import { column } from '../../../src/query/columnBuilders.ts'

const common = (...configs: ReadonlyArray<unknown>) => commonConfig(configs.map((config) => ({ config })))

test('keeps what all runs share, in nested dicts', () => {
  const one = { a: { b: 1, c: 2 }, d: [1], e: null, f: 1 }
  expect(common(one, { ...one, a: { b: 1, c: 3 } }, { ...one, f: '1' })).toEqual({ a: { b: 1 }, d: [1], e: null })
})

test('leaves out a dict without common entries, but not an empty dict that all runs have', () => {
  expect(common({ a: { b: 1 }, c: {} }, { a: { b: 2 }, c: {} })).toEqual({ c: {} })
})

test('returns the whole config of one run, and {} for none', () => {
  expect(common({ a: { b: 1 } })).toEqual({ a: { b: 1 } })
  expect(common()).toEqual({})
})

test('has hostile keys as own properties', () => {
  const hostile = JSON.parse('{"__proto__": {"__proto__": 1}, "constructor": {"x": 2}}')
  const found = common(hostile, hostile)
  expect(JSON.stringify(found)).toBe('{"__proto__":{"__proto__":1},"constructor":{"x":2}}')
  expect(Object.getPrototypeOf(found)).toBe(Object.prototype)
  expect(({} as { readonly x?: number }).x).toBeUndefined()
})

test('does not change the configs, and is frozen', () => {
  const config = Object.freeze({ a: Object.freeze({ b: 1 }) })
  expect(Object.isFrozen(common(config, config))).toBe(true)
  expect(config).toEqual({ a: { b: 1 } })
})

const diff = (...configs: ReadonlyArray<unknown>) =>
  diffConfigs(configs.map((config) => ({ config }))).map(({ path, values }) => [path, values])

test('returns the full paths that differ, with the values in run order', () => {
  expect(diff({ a: { b: { c: 1 }, d: 2 } }, { a: { b: { c: 3 }, d: 2 } }, { a: { b: { c: 1 }, d: 2 } })).toEqual([
    [
      ['a', 'b', 'c'],
      [1, 3, 1],
    ],
  ])
})

test('has undefined for a run without a value, so that null and missing differ', () => {
  expect(diff({ a: null }, {})).toEqual([[['a'], [null, undefined]]])
  expect(diff({ a: undefined }, {})).toEqual([])
})

test('treats a list as one value', () => {
  expect(diff({ a: [1, { b: 1 }] }, { a: [1, { b: 2 }] })).toEqual([
    [
      ['a'],
      [
        [1, { b: 1 }],
        [1, { b: 2 }],
      ],
    ],
  ])
  expect(diff({ a: [1, { b: 1, c: 2 }] }, { a: [1, { c: 2, b: 1 }] })).toEqual([])
})

test('treats an empty dict as a value', () => {
  expect(diff({ a: {} }, {})).toEqual([[['a'], [{}, undefined]]])
  expect(diff({ a: {} }, { a: {} })).toEqual([])
})

test('lists the entries of a dict when another run has a value at its path', () => {
  expect(diff({ a: 1 }, { a: { b: 2 } })).toEqual([
    [['a'], [1, undefined]],
    [
      ['a', 'b'],
      [undefined, 2],
    ],
  ])
  expect(diff({ a: ['x'] }, { a: { 0: 'x' } })).toEqual([
    [['a'], [['x'], undefined]],
    [
      ['a', '0'],
      [undefined, 'x'],
    ],
  ])
})

test('distinguishes values by type, with NaN equal to NaN and 0 to -0', () => {
  expect(diff({ a: 1 }, { a: '1' })).toHaveLength(1)
  expect(diff({ a: 0 }, { a: false })).toHaveLength(1)
  expect(diff({ a: Number.NaN, b: 0 }, { a: Number.NaN, b: -0 })).toEqual([])
})

test('sorts by path, key by key', () => {
  const paths = diff({ b: 1, a: { z: 1 }, 'a.b': 1, B: 1, '': 1 }, {}).map(([path]) => path)
  expect(paths).toEqual([[''], ['B'], ['a', 'z'], ['a.b'], ['b']])
})

test('accepts any keys', () => {
  const hostile = JSON.parse('{"__proto__": {"constructor": 1}, "a.b": 1, "a": {"b": 1}}')
  expect(diff(hostile, {}).map(([path]) => path)).toEqual([['__proto__', 'constructor'], ['a', 'b'], ['a.b']])
})

test('returns none for fewer than two runs', () => {
  expect(diff()).toEqual([])
  expect(diff({ a: 1 })).toEqual([])
})

test('freezes the result', () => {
  const differences = diffConfigs([{ config: { a: 1 } }, { config: {} }])
  const [only] = differences
  expect([differences, only, only?.path, only?.values].every(Object.isFrozen)).toBe(true)
})

const { NaN: nan, MAX_VALUE: max, POSITIVE_INFINITY: inf } = Number
const of = (...values: ReadonlyArray<unknown>) => ({ path: ['a'], values })

test.each([
  [[1, 2], 0.5],
  [[2, 1], 0.5],
  [[-1, -2], 0.5],
  [[1, 10, 5], 0.9],
  [[0, 7], 1],
  [[-3, 3], 2],
  [[max, -max], 2],
  [[5e-324, 1e-323], 0.5],
])('numbers %j differ by %d', (values, size) => {
  expect(configDifferenceSize(of(...values))).toBeCloseTo(size, 15)
})

test.each([
  [['adam', 'sgd']],
  [[true, false]],
  [[1, '1']],
  [[1, undefined]],
  [[1, null]],
  [[1, nan]],
  [[1, inf]],
  [[[1], [2]]],
])('other values differ by 1: %j', (values) => {
  expect(configDifferenceSize(of(...values))).toBe(1)
})

test('is 0 when nothing differs', () => {
  expect(configDifferenceSize(of(0, -0))).toBe(0)
  expect(configDifferenceSize(of(2, 2))).toBe(0)
})

test('orders by size, so that the reverse, cut, is the largest few, and ties stay in the order of paths', () => {
  const keys = Array.from({ length: 12 }, (_, at) => `k${String(at).padStart(2, '0')}`)
  const worst = { config: { ...Object.fromEntries(keys.map((key, at) => [key, 100 + at])), name: 'b', other: 'b' } }
  const best = { config: { ...Object.fromEntries(keys.map((key) => [key, 99])), name: 'a', other: 'a' } }
  const largest = diffConfigs([best, worst]).toSorted(Ord.reverse(ordConfigDifferenceBySize).compare).slice(0, 10)
  expect(largest.map(({ path }) => path[0])).toEqual(['name', 'other', ...keys.slice(4).reverse()])
})

describe('configs of 20,000 nested dicts', () => {
  const deep = (leaf: string): unknown => JSON.parse(`${'{"a":'.repeat(20_000)}${leaf}${'}'.repeat(20_000)}`)
  const runs = [deep('1'), deep('2'), deep('1')].map((config) => ({ config }))

  test('are compared as a whole from level 500 on', () => {
    const [difference, ...others] = diffConfigs(runs)
    expect(others).toEqual([])
    expect(difference?.path).toHaveLength(500)
    expect(commonConfig(runs)).toEqual({})
    expect(diffConfigs([0, 2].map((at) => runs[at] as { config: unknown }))).toEqual([])
    expect(importance(column.config('b'))(runs)).toHaveLength(1)
  })

  test('fall in groups by their contents', () => {
    const lists = ['1', '2', '1'].map((leaf) => ({
      config: { a: JSON.parse(`${'['.repeat(20_000)}${leaf}${']'.repeat(20_000)}`) },
    }))
    expect(groupRunsBy(column.config('a'))(lists).map((group) => group.runs.length)).toEqual([2, 1])
  })
})

test('commonConfig returns dicts that are frozen at any depth', () => {
  const common = commonConfig([{ config: { a: { b: { c: 1 } }, d: 2 } }])
  expect(common).toEqual({ a: { b: { c: 1 } }, d: 2 })
  expect([common, common['a'], common['a'].b].every(Object.isFrozen)).toBe(true)
})
