import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { RunLight, RunWith } from 'wandb-run-ops/types'
import { runConfig, runConfigAt, runRawConfig } from '../../../src/ops/run/config.ts'
import { aRun } from '../records.ts'

describe('runConfig', () => {
  test("returns the record's own dict", () => {
    const run = aRun()
    expect(runConfig(run)).toBe(run.config)
  })

  test('has the type that a codec gave the config', () => {
    expectTypeOf(runConfig<{ readonly lr: number }>).returns.toEqualTypeOf<{ readonly lr: number }>()
    expectTypeOf(({} as { run: RunWith<'config', { readonly lr: number }> }).run).toExtend<
      Parameters<typeof runConfig<{ readonly lr: number }>>[0]
    >()
  })

  test('is rejected by the compiler for a run whose config was not loaded', () => {
    const light: RunLight = aRun()
    // @ts-expect-error TS2345: a light run has no config
    expect(runConfig(light)).toEqual(aRun().config)
  })
})

describe('runRawConfig', () => {
  test("restores W&B's own entries", () => {
    const internal = { config: { _wandb: { cli_version: '0.30.0' }, wandb_version: 1 }, summary: {} }
    expect(runRawConfig(aRun({ config: { lr: 1 }, internal }))).toEqual({
      lr: 1,
      _wandb: { cli_version: '0.30.0' },
      wandb_version: 1,
    })
  })

  test('keeps a key called __proto__ as a key', () => {
    const config = JSON.parse('{"__proto__": 1}') as Record<string, unknown>
    const raw = runRawConfig(aRun({ config }))
    expect(Object.keys(raw)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(raw)).toBe(Object.prototype)
  })

  test('returns a frozen dict', () => {
    expect(Object.isFrozen(runRawConfig(aRun()))).toBe(true)
  })
})

describe('runConfigAt', () => {
  const run = aRun({
    config: {
      optimizer: { lr: 0.1, name: null },
      'a.b': 1,
      'val/loss': 2,
      layers: [64, { units: 10 }],
      '': 3,
      zero: 0,
    },
  })

  test('returns the value at a path of keys', () => {
    expect(runConfigAt(run, ['optimizer', 'lr'])).toBe(0.1)
  })

  test('uses keys as is, with dots and slashes', () => {
    expect(runConfigAt(run, ['a.b'])).toBe(1)
    expect(runConfigAt(run, ['val/loss'])).toBe(2)
    expect(runConfigAt(run, ['optimizer.lr'])).toBeUndefined()
  })

  test('goes into arrays by index', () => {
    expect(runConfigAt(run, ['layers', 1, 'units'])).toBe(10)
  })

  test('distinguishes null, 0 and the empty key from a missing value', () => {
    expect(runConfigAt(run, ['optimizer', 'name'])).toBeNull()
    expect(runConfigAt(run, ['zero'])).toBe(0)
    expect(runConfigAt(run, [''])).toBe(3)
  })

  test('returns the whole config at the empty path', () => {
    expect(runConfigAt(run, [])).toBe(run.config)
  })

  test('returns the same data-last', () => {
    expect(pipe(run, runConfigAt(['optimizer', 'lr']))).toBe(0.1)
  })

  test('has the type unknown, so that it must be narrowed before use', () => {
    expectTypeOf(runConfigAt(run, ['a.b'])).toEqualTypeOf<unknown>()
    expectTypeOf(runConfigAt(['a.b'])(run)).toEqualTypeOf<unknown>()
  })

  test('is rejected by the compiler for a path that is a string', () => {
    // @ts-expect-error TS2769: a string would have to be split
    expect(() => runConfigAt(run, 'a.b')).not.toThrow()
  })
})
