import { expect, test } from 'vitest'
import { commonConfig } from '../../../src/ops/runs/commonConfig.ts'

const common = (...configs: ReadonlyArray<unknown>) => commonConfig(configs.map((config) => ({ config })))

test('keeps what all runs have, in its dicts', () => {
  const one = { a: { b: 1, c: 2 }, d: [1], e: null, f: 1 }
  expect(common(one, { ...one, a: { b: 1, c: 3 } }, { ...one, f: '1' })).toEqual({ a: { b: 1 }, d: [1], e: null })
})

test('leaves out a dict of which nothing is common, but not one without keys that all have', () => {
  expect(common({ a: { b: 1 }, c: {} }, { a: { b: 2 }, c: {} })).toEqual({ c: {} })
})

test('gives all of one run, and {} for none', () => {
  expect(common({ a: { b: 1 } })).toEqual({ a: { b: 1 } })
  expect(common()).toEqual({})
})

test('has hostile keys as its own', () => {
  const hostile = JSON.parse('{"__proto__": {"__proto__": 1}, "constructor": {"x": 2}}')
  const found = common(hostile, hostile)
  expect(JSON.stringify(found)).toBe('{"__proto__":{"__proto__":1},"constructor":{"x":2}}')
  expect(Object.getPrototypeOf(found)).toBe(Object.prototype)
  expect(({} as { readonly x?: number }).x).toBeUndefined()
})

test('leaves the configs alone, and is frozen', () => {
  const config = Object.freeze({ a: Object.freeze({ b: 1 }) })
  expect(Object.isFrozen(common(config, config))).toBe(true)
  expect(config).toEqual({ a: { b: 1 } })
})
