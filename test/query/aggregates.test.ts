import { describe, expect, expectTypeOf, test } from 'vitest'
import type { RunId } from 'wandb-run-ops/types'
import { aggregate } from '../../src/ops/runs/aggregate.ts'
import {
  argmax,
  argmin,
  count,
  first,
  last,
  max,
  mean,
  median,
  min,
  quantile,
  stddev,
  sum,
  variance,
} from '../../src/query/aggregates.ts'
import { column } from '../../src/query/columnBuilders.ts'
import { noNumbers, statistic, x } from '../ops/runs/statistic.ts'

describe('count', async () => {
  const runs = [0, '', false, [], {}, Number.POSITIVE_INFINITY, null, undefined, Number.NaN].map((a) => ({
    config: { a },
  }))

  test('counts runs without a column, and those with a value with one: not missing, null or NaN', () => {
    expect(aggregate({ all: count(), some: count(column.config('a')) })(runs)).toEqual({ all: 9, some: 6 })
  })

  test('counts no runs as 0', () => {
    expect(aggregate({ all: count(), some: count(column.config('a')) })([])).toEqual({ all: 0, some: 0 })
  })

  test('is plain data', () => {
    expect(count()).toEqual({ _tag: 'Count', column: undefined })
    expect(count(column.state)).toEqual({ _tag: 'Count', column: { _tag: 'Field', name: 'state' } })
  })

  test('counts runs when it comes from JSON, which has no undefined', () => {
    expect(aggregate({ all: JSON.parse(JSON.stringify(count())) as ReturnType<typeof count> })(runs)).toEqual({
      all: 9,
    })
  })
})

describe('sum', async () => {
  const { MAX_VALUE: max, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf } = Number

  test('adds numbers, and ignores other values', () => {
    expect(statistic(sum(x), [1, ...noNumbers, 2.5])).toBe(3.5)
  })

  test('is 0 when there is no number', () => {
    expect(statistic(sum(x), [])).toBe(0)
    expect(statistic(sum(x), noNumbers)).toBe(0)
  })

  test('compensates for rounding errors, in any order', () => {
    expect(statistic(sum(x), [1, 1e100, 1, -1e100])).toBe(2)
    expect(statistic(sum(x), [1e100, 1, -1e100, 1])).toBe(2)
    expect(statistic(sum(x), Array(10).fill(0.1))).toBe(1)
  })

  test('is infinite when a number is, and NaN when two have opposite signs', () => {
    expect(statistic(sum(x), [1, inf])).toBe(inf)
    expect(statistic(sum(x), [minusInf, 1])).toBe(minusInf)
    expect(statistic(sum(x), [inf, minusInf])).toBeNaN()
  })

  test('is finite when only a partial sum overflows', () => {
    expect(statistic(sum(x), [max, max, -max])).toBe(max)
    expect(statistic(sum(x), [max, max])).toBe(inf)
  })
})

describe('mean', async () => {
  const { MAX_VALUE: max, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf } = Number

  test('uses only the numbers', () => {
    expect(statistic(mean(x), [1, ...noNumbers, 2, 6])).toBe(3)
  })

  test('is undefined when there is no number', () => {
    expect(statistic(mean(x), [])).toBeUndefined()
    expect(statistic(mean(x), noNumbers)).toBeUndefined()
  })

  test('is finite when the sum is not', () => {
    expect(statistic(mean(x), [max, max])).toBe(max)
    expect(statistic(mean(x), [max, max, -max, -max])).toBe(0)
  })

  test('is infinite when a number is, and NaN when two have opposite signs', () => {
    expect(statistic(mean(x), [1, inf])).toBe(inf)
    expect(statistic(mean(x), [minusInf, inf])).toBeNaN()
  })
})

describe('extremes', async () => {
  const days = ['2026-11-21', '2026-11-19', '2026-11-20'].map((day) => ({
    createdAt: new Date(day),
    heartbeatAt: undefined,
  }))

  test('use only numbers, including infinities', () => {
    expect(statistic(min(x), [3, ...noNumbers, -2, 10])).toBe(-2)
    expect(statistic(max(x), [3, ...noNumbers, -2, 10])).toBe(10)
    expect(statistic(max(x), [3, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY)
  })

  test('are undefined when there is no number', () => {
    expect(statistic(min(x), noNumbers)).toBeUndefined()
    expect(statistic(max(x), [])).toBeUndefined()
  })

  test('are times for a column of times, and undefined when no run has one', () => {
    const statistics = aggregate({
      first: min(column.createdAt),
      last: max(column.createdAt),
      none: max(column.heartbeatAt),
    })
    expect(statistics(days)).toEqual({ first: new Date('2026-11-19'), last: new Date('2026-11-21'), none: undefined })
  })

  test('are typed by the column', () => {
    const statistics = aggregate({
      n: min(column.runtime),
      any: max(x),
      at: max(column.createdAt),
      d: min(column.heartbeatAt),
    })
    type Got = ReturnType<typeof statistics>
    expectTypeOf<Got['n']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<Got['any']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<Got['at']>().toEqualTypeOf<Date | undefined>()
    expectTypeOf<Got['d']>().toEqualTypeOf<Date | undefined>()
  })
})

describe('ends', async () => {
  test('ignore missing values, null and NaN, and return values of any type', () => {
    expect(statistic(first(x), [undefined, null, Number.NaN, '', 1])).toBe('')
    expect(statistic(last(x), [1, false, null, Number.NaN, undefined])).toBe(false)
    expect(statistic(last(x), [1, [2]])).toEqual([2])
  })

  test('are undefined when no run has a value', () => {
    expect(statistic(first(x), [])).toBeUndefined()
    expect(statistic(last(x), [null, Number.NaN])).toBeUndefined()
  })

  test('are typed by the column', () => {
    const statistics = aggregate({ at: first(column.createdAt), tags: last(column.tags) })
    expectTypeOf<ReturnType<typeof statistics>['at']>().toEqualTypeOf<Date | undefined>()
    expectTypeOf<ReturnType<typeof statistics>['tags']>().toEqualTypeOf<ReadonlyArray<string> | undefined>()
  })
})

describe('argExtremes', async () => {
  const runsOf = (values: ReadonlyArray<unknown>) =>
    values.map((loss, at) => ({ id: `r${at}` as RunId, createdAt: new Date(at), config: { at }, summary: { loss } }))
  const loss = column.summary('loss')

  test('return the id of the first run with the smallest and the largest number', () => {
    const statistics = aggregate({ least: argmin(loss), greatest: argmax(loss) })
    expect(statistics(runsOf([2, 1, 1, Number.NaN, 3, 3]))).toEqual({ least: 'r1', greatest: 'r4' })
  })

  test('return the value of another column in that run', () => {
    const statistics = aggregate({ at: argmin(loss, column.config('at')), none: argmax(loss, column.config('no')) })
    expect(statistics(runsOf([2, 1]))).toEqual({ at: 1, none: undefined })
  })

  test('ignore values that are not numbers, including times', () => {
    expect(aggregate({ least: argmin(loss) })(runsOf([...noNumbers, 5]))).toEqual({ least: `r${noNumbers.length}` })
    expect(aggregate({ least: argmin(loss) })(runsOf(noNumbers))).toEqual({ least: undefined })
    expect(aggregate({ newest: argmax(column.createdAt) })(runsOf([1]))).toEqual({ newest: undefined })
  })

  test('are typed by the other column', () => {
    const statistics = aggregate({ id: argmin(loss), at: argmax(loss, column.config<number>('at')) })
    expectTypeOf<ReturnType<typeof statistics>['id']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<ReturnType<typeof statistics>['at']>().toEqualTypeOf<number | undefined>()
  })
})

describe('quantile', async () => {
  const { NaN: nan, MAX_VALUE: max, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf } = Number

  test('lies between the two numbers next to it in rank', () => {
    // Ranks 0 to 3: 0.25 is at 0.75, 0.5 at 1.5.
    expect([0, 0.25, 0.5, 1].map((q) => statistic(quantile(x, q), [4, 1, 3, 2]))).toEqual([1, 1.75, 2.5, 4])
  })

  test('sorts numbers as numbers, and ignores other values', () => {
    expect(statistic(median(x), [10, ...noNumbers, 9, 100])).toBe(10)
  })

  test('is the number itself when there is one, and undefined when there is none', () => {
    expect(statistic(quantile(x, 0.3), [5])).toBe(5)
    expect(statistic(quantile(x, 0.3), noNumbers)).toBeUndefined()
    expect(statistic(median(x), [])).toBeUndefined()
  })

  test.each([-0.1, 1.1, nan, inf, minusInf])('is undefined for %d', (q) => {
    expect(statistic(quantile(x, q), [1, 2])).toBeUndefined()
  })

  test('has infinities at the ends, and NaN only between the two', () => {
    expect(statistic(median(x), [inf, inf])).toBe(inf)
    expect(statistic(median(x), [minusInf, 1, inf])).toBe(1)
    expect(statistic(quantile(x, 0.5), [1, inf])).toBe(inf)
    expect(statistic(quantile(x, 0), [1, inf])).toBe(1)
    expect(statistic(median(x), [minusInf, inf])).toBeNaN()
  })

  test('does not overflow on the way', () => {
    expect(statistic(median(x), [-max, max])).toBe(0)
    expect(statistic(median(x), [max, max])).toBe(max)
  })

  test('does not change the order of the runs', () => {
    const values = Object.freeze([3, 1, 2])
    expect(statistic(median(x), values)).toBe(2)
    expect(values).toEqual([3, 1, 2])
  })
})

describe('variance', async () => {
  test('is the sample variance by default, and the population variance on request', () => {
    // Mean 3, squares 4 + 1 + 0 + 9 = 14.
    const values = [1, ...noNumbers, 2, 3, 6]
    expect(statistic(variance(x), values)).toBe(14 / 3)
    expect(statistic(variance(x, 'sample'), values)).toBe(14 / 3)
    expect(statistic(variance(x, 'population'), values)).toBe(3.5)
    expect(statistic(stddev(x), values)).toBeCloseTo(Math.sqrt(14 / 3), 14)
    expect(statistic(stddev(x, 'population'), values)).toBeCloseTo(Math.sqrt(3.5), 14)
  })

  test('is undefined for a sample of fewer than two, and for an empty population', () => {
    expect(statistic(variance(x), [1])).toBeUndefined()
    expect(statistic(stddev(x), [1])).toBeUndefined()
    expect(statistic(variance(x, 'population'), [1])).toBe(0)
    expect(statistic(variance(x, 'population'), noNumbers)).toBeUndefined()
  })

  test('stays accurate when the numbers are large and close together', () => {
    expect(statistic(variance(x), [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30)
  })

  test('is correct when the mean itself is not representable', () => {
    // The mean is 1e16 + 1, between two adjacent numbers.
    expect(statistic(variance(x), [1e16, 1e16 + 2])).toBe(2)
  })

  test('is 0 when all are equal', () => {
    expect(statistic(variance(x), [0.1, 0.1, 0.1])).toBeCloseTo(0, 30)
    expect(statistic(variance(x), [0, -0, 0])).toBe(0)
  })

  test('is NaN when a number is infinite', () => {
    expect(statistic(variance(x), [1, Number.POSITIVE_INFINITY])).toBeNaN()
  })

  test('has a square root when it overflows or underflows itself', () => {
    expect(statistic(variance(x, 'population'), [1e200, -1e200])).toBe(Number.POSITIVE_INFINITY)
    expect(statistic(stddev(x, 'population'), [1e200, -1e200])).toBe(1e200)
    expect(statistic(stddev(x, 'population'), [1e-200, -1e-200])).toBe(1e-200)
    expect(statistic(stddev(x, 'population'), [5e-324, -5e-324])).toBe(5e-324)
    expect(statistic(stddev(x, 'population'), [Number.MAX_VALUE, -Number.MAX_VALUE])).toBe(Number.MAX_VALUE)
  })
})
