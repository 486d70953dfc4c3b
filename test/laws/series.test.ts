import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bin,
  cumulative,
  type DownsampleOptions,
  derivative,
  downsample,
  type SmoothOptions,
  smooth,
} from 'wandb-run-ops/ops'
import { plainly, series, seriesOf, smallNumber, tameSeries } from '../arbitraries/series.ts'
import { thoroughLaw } from './law.ts'

const same = (first: unknown, second: unknown): boolean => isDeepStrictEqual(plainly(first), plainly(second))

const near = (first: number, second: number): boolean => Object.is(first, second) || Math.abs(first - second) < 1e-9

const weight = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(Number.NaN, -1, 2))
const options: fc.Arbitrary<SmoothOptions> = fc.oneof(
  fc.record({ type: fc.constant('exponential' as const), weight }),
  fc.record({
    type: fc.constant('timeWeighted' as const),
    weight,
    scale: fc.constantFrom(undefined, 1, 20, Number.NaN),
  }),
  fc.record({ type: fc.constant('gaussian' as const), stddev: fc.constantFrom(0, 0.3, 2, 50, Number.NaN, 1 / 0) }),
  fc.record({
    type: fc.constant('runningMean' as const),
    window: fc.constantFrom(0, 1, 2, 3, 7, 100, Number.NaN, 1 / 0),
  }),
)

describe('smooth', () => {
  test('keeps the steps, the length, and values that are not finite', () => {
    thoroughLaw(fc.tuple(series, options), ([one, how]) => {
      const { steps, values } = smooth(one, how)
      return (
        steps === one.steps &&
        one.values.every((value, row) =>
          Number.isFinite(value) ? Number.isFinite(values[row]) : Object.is(value, values[row]),
        ) &&
        values.length === one.values.length
      )
    })
  })

  test('leaves a constant series constant', () => {
    thoroughLaw(
      fc.tuple(series, fc.double({ noNaN: true, noDefaultInfinity: true }), options),
      ([one, constant, how]) => {
        const values = one.values.map((value) => (Number.isFinite(value) ? constant : value))
        const smoothed = smooth({ steps: one.steps, values }, how).values
        return smoothed.every((value, row) => value === values[row] || !Number.isFinite(values[row]))
      },
    )
  })

  test('changes nothing without a weight', () => {
    thoroughLaw(fc.tuple(series, fc.constantFrom('exponential' as const, 'timeWeighted' as const)), ([one, type]) =>
      same(smooth(one, { type, weight: 0 }), one),
    )
  })

  test('ignores values that are not finite', () => {
    thoroughLaw(fc.tuple(series, weight), ([one, heaviness]) => {
      const rows = [...one.values.keys()].filter((row) => Number.isFinite(one.values[row]))
      const take = (from: Float64Array) => Float64Array.from(rows, (row) => from[row] ?? Number.NaN)
      const how = { type: 'exponential', weight: heaviness } as const
      const without = smooth({ steps: take(one.steps), values: take(one.values) }, how)
      return same(take(smooth(one, how).values), without.values)
    })
  })

  test('stays between the smallest and the largest value', () => {
    thoroughLaw(fc.tuple(tameSeries, options), ([one, how]) => {
      const numbers = one.values.filter(Number.isFinite)
      const [low, high] = [Math.min(...numbers) - 1e-9, Math.max(...numbers) + 1e-9]
      return smooth(one, how).values.every((value) => Number.isNaN(value) || (value >= low && value <= high))
    })
  })
})

const count = fc.oneof(fc.integer({ min: -1, max: 26 }), fc.constantFrom(Number.NaN, 3.5, 1 / 0))
const bound = fc.option(fc.integer({ min: -25, max: 25 }), { nil: undefined })
const range = fc.record({ minStep: bound, maxStep: bound })
const sampling: fc.Arbitrary<DownsampleOptions> = fc.oneof(
  fc
    .tuple(range, fc.constantFrom('every' as const, 'minMax' as const, 'lttb' as const), count)
    .map(([within, method, n]) => ({ ...within, method, n })),
  fc.tuple(range, count).map(([within, stride]) => ({ ...within, method: 'every' as const, stride })),
)

const inRange = (one: { readonly steps: Float64Array }, { minStep, maxStep }: DownsampleOptions) =>
  one.steps.filter((step) => step >= (minStep ?? -1 / 0) && step < (maxStep ?? 1 / 0))

describe('downsample', () => {
  test('keeps points unchanged, in order', () => {
    thoroughLaw(fc.tuple(series, sampling), ([one, how]) => {
      const some = downsample(one, how)
      const rows = Array.from(some.steps, (step) => one.steps.indexOf(step))
      return (
        some.steps.length === some.values.length &&
        rows.every((row, at) => row > (rows[at - 1] ?? -1) && Object.is(some.values[at], one.values[row]))
      )
    })
  })

  test('keeps the ends of the range', () => {
    thoroughLaw(fc.tuple(series, sampling), ([one, how]) => {
      const within = inRange(one, how)
      const { steps } = downsample(one, how)
      const most = how.n ?? within.length
      return most >= 2 ? steps[0] === within[0] && steps.at(-1) === within.at(-1) : steps.length <= 1
    })
  })

  test('has at most n points, and all when there are no more', () => {
    thoroughLaw(fc.tuple(series, sampling), ([one, how]) => {
      const within = inRange(one, how)
      const { steps } = downsample(one, how)
      return how.n === undefined
        ? steps.length <= within.length
        : how.n >= within.length
          ? same(steps, within)
          : steps.length <= Math.max(how.n || 0, 0)
    })
  })

  test('has exactly n points with every and lttb', () => {
    thoroughLaw(
      fc.tuple(series, fc.constantFrom('every' as const, 'lttb' as const), fc.nat(26)),
      ([one, method, n]) => downsample(one, { method, n }).steps.length === Math.min(n, one.steps.length),
    )
  })

  test('returns the same again, and does not change the series', () => {
    thoroughLaw(fc.tuple(series, sampling), ([one, how]) => {
      const before = structuredClone(one)
      return same(downsample(one, how), downsample(structuredClone(one), how)) && same(one, before)
    })
  })

  test('keeps the smallest and the largest number with minMax, when there are buckets', () => {
    thoroughLaw(fc.tuple(tameSeries, fc.integer({ min: 4, max: 26 })), ([one, n]) => {
      const extremes = (values: Float64Array) => {
        const numbers = values.filter((value) => !Number.isNaN(value))
        return [Math.min(...numbers), Math.max(...numbers)]
      }
      return same(extremes(downsample(one, { method: 'minMax', n }).values), extremes(one.values))
    })
  })
})

describe('cumulative and derivative', () => {
  test('undo each other: the sum of the changes is the series without its beginning', () => {
    thoroughLaw(seriesOf(smallNumber), (one) => {
      const { steps, values } = derivative(one)
      const changes = values.map((change, row) => change * ((one.steps[row + 1] ?? 0) - (one.steps[row] ?? 0)))
      return (
        same(steps, one.steps.slice(1)) &&
        cumulative({ steps, values: changes }, 'sum').values.every((sum, row) =>
          near(sum + (one.values[0] ?? 0), one.values[row + 1] ?? Number.NaN),
        )
      )
    })
  })

  test('undo each other: the changes of the sum are the series, at steps one apart', () => {
    thoroughLaw(fc.array(smallNumber), (numbers) => {
      const one = { steps: Float64Array.from(numbers.keys()), values: Float64Array.from(numbers) }
      return derivative(cumulative(one, 'sum')).values.every((change, row) =>
        near(change, one.values[row + 1] ?? Number.NaN),
      )
    })
  })

  test('each value is the aggregate of the series so far', () => {
    thoroughLaw(tameSeries, (one) =>
      one.steps.every((_, row) => {
        const numbers = [...one.values.subarray(0, row + 1)].filter((value) => !Number.isNaN(value))
        const sum = numbers.reduce((total, value) => total + value, 0)
        const at = (how: 'sum' | 'min' | 'max' | 'mean' | 'count') => cumulative(one, how).values[row] ?? Number.NaN
        return (
          at('sum') === sum &&
          at('count') === numbers.length &&
          near(at('mean'), sum / numbers.length) &&
          (numbers.length === 0 || (at('min') === Math.min(...numbers) && at('max') === Math.max(...numbers)))
        )
      }),
    )
  })
})

test('bin puts every number into the one bin whose range has its step', () => {
  const how = fc.oneof(
    fc.constantFrom(0.1, 0.25, 1, 3, 100, 1 / 3).map((width) => ({ width })),
    fc.integer({ min: 1, max: 30 }).map((bins) => ({ count: bins })),
  )
  thoroughLaw(fc.tuple(tameSeries, how), ([one, options]) => {
    const bins = bin(one, options)
    const rows = [...one.steps.keys()].filter((row) => !Number.isNaN(one.values[row]))
    const end = one.steps.at(-1)
    return (
      bins.every(({ minStep, maxStep, count, min, max, mean }) => {
        const numbers = rows
          .filter((row) => {
            const step = one.steps[row] ?? Number.NaN
            return step >= minStep && (step < maxStep || ('count' in options && step === end && maxStep === end))
          })
          .map((row) => one.values[row] ?? Number.NaN)
        const sum = numbers.reduce((total, value) => total + value, 0)
        return (
          numbers.length === count &&
          near(mean, sum / count) &&
          min === Math.min(...numbers) &&
          max === Math.max(...numbers)
        )
      }) && bins.reduce((total, { count }) => total + count, 0) === rows.length
    )
  })
})

test('the arbitraries cover the cases of the laws', () => {
  const sample = fc.sample(series, { numRuns: 500, seed: 3 })
  expect(sample.some(({ values }) => values.some(Number.isNaN))).toBe(true)
  expect(sample.some(({ values }) => values.length > 12)).toBe(true)
  expect(sample.some(({ values }) => values.length === 0)).toBe(true)
})
