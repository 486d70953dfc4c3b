import { expect, test } from 'vitest'
import { diffConfigs } from '../../../src/ops/runs/diffConfigs.ts'

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
