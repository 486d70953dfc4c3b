import { expect, test } from 'vitest'
import { commonConfig } from '../../../src/ops/runs/commonConfig.ts'

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
