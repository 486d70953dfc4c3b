import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, test } from 'vitest'
import { sweepConfig, sweepConfigAt } from '../../../src/ops/sweep/config.ts'
import { aSweep } from '../records.ts'

const sweep = aSweep({ config: { parameters: { 'a.b': { values: [1, 2] } } } })

describe('sweepConfig', () => {
  test('returns the whole config', () => {
    expect(sweepConfig(sweep)).toBe(sweep.config)
  })
})

describe('sweepConfigAt', () => {
  test('returns the value at a path, keys taken whole', () => {
    expect(sweepConfigAt(sweep, ['parameters', 'a.b', 'values', 1])).toBe(2)
    expect(sweepConfigAt(sweep, ['parameters', 'a', 'b'])).toBe(undefined)
  })

  test('takes the sweep last, too', () => {
    expect(pipe(sweep, sweepConfigAt(['parameters', 'a.b']))).toEqual({ values: [1, 2] })
  })

  test('finds nothing in a prototype', () => {
    expect(sweepConfigAt(sweep, ['constructor'])).toBe(undefined)
  })
})
