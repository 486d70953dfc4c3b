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
import { figure, noNumbers, x } from '../ops/runs/statistic.ts'

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
    expect(figure(sum(x), [1, ...noNumbers, 2.5])).toBe(3.5)
  })

  test('is 0 when there is no number', () => {
    expect(figure(sum(x), [])).toBe(0)
    expect(figure(sum(x), noNumbers)).toBe(0)
  })

  test('compensates for rounding errors, in any order', () => {
    expect(figure(sum(x), [1, 1e100, 1, -1e100])).toBe(2)
    expect(figure(sum(x), [1e100, 1, -1e100, 1])).toBe(2)
    expect(figure(sum(x), Array(10).fill(0.1))).toBe(1)
  })

  test('is infinite when a number is, and NaN when two have opposite signs', () => {
    expect(figure(sum(x), [1, inf])).toBe(inf)
    expect(figure(sum(x), [minusInf, 1])).toBe(minusInf)
    expect(figure(sum(x), [inf, minusInf])).toBeNaN()
  })

  test('is finite when only a partial sum overflows', () => {
    expect(figure(sum(x), [max, max, -max])).toBe(max)
    expect(figure(sum(x), [max, max])).toBe(inf)
  })
})

describe('mean', async () => {
  const { MAX_VALUE: max, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf } = Number

  test('uses only the numbers', () => {
    expect(figure(mean(x), [1, ...noNumbers, 2, 6])).toBe(3)
  })

  test('is undefined when there is no number', () => {
    expect(figure(mean(x), [])).toBeUndefined()
    expect(figure(mean(x), noNumbers)).toBeUndefined()
  })

  test('is finite when the sum is not', () => {
    expect(figure(mean(x), [max, max])).toBe(max)
    expect(figure(mean(x), [max, max, -max, -max])).toBe(0)
  })

  test('is infinite when a number is, and NaN when two have opposite signs', () => {
    expect(figure(mean(x), [1, inf])).toBe(inf)
    expect(figure(mean(x), [minusInf, inf])).toBeNaN()
  })
})

describe('extremes', async () => {
  const days = ['2026-11-21', '2026-11-19', '2026-11-20'].map((day) => ({
    createdAt: new Date(day),
    heartbeatAt: undefined,
  }))

  test('use only numbers, including infinities', () => {
    expect(figure(min(x), [3, ...noNumbers, -2, 10])).toBe(-2)
    expect(figure(max(x), [3, ...noNumbers, -2, 10])).toBe(10)
    expect(figure(max(x), [3, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY)
  })

  test('are undefined when there is no number', () => {
    expect(figure(min(x), noNumbers)).toBeUndefined()
    expect(figure(max(x), [])).toBeUndefined()
  })

  test('are times for a column of times, and undefined when no run has one', () => {
    const figures = aggregate({
      first: min(column.createdAt),
      last: max(column.createdAt),
      none: max(column.heartbeatAt),
    })
    expect(figures(days)).toEqual({ first: new Date('2026-11-19'), last: new Date('2026-11-21'), none: undefined })
  })

  test('are typed by the column', () => {
    const figures = aggregate({
      n: min(column.runtime),
      any: max(x),
      at: max(column.createdAt),
      d: min(column.heartbeatAt),
    })
    type Got = ReturnType<typeof figures>
    expectTypeOf<Got['n']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<Got['any']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<Got['at']>().toEqualTypeOf<Date | undefined>()
    expectTypeOf<Got['d']>().toEqualTypeOf<Date | undefined>()
  })
})

describe('ends', async () => {
  test('ignore missing values, null and NaN, and return values of any type', () => {
    expect(figure(first(x), [undefined, null, Number.NaN, '', 1])).toBe('')
    expect(figure(last(x), [1, false, null, Number.NaN, undefined])).toBe(false)
    expect(figure(last(x), [1, [2]])).toEqual([2])
  })

  test('are undefined when no run has a value', () => {
    expect(figure(first(x), [])).toBeUndefined()
    expect(figure(last(x), [null, Number.NaN])).toBeUndefined()
  })

  test('are typed by the column', () => {
    const figures = aggregate({ at: first(column.createdAt), tags: last(column.tags) })
    expectTypeOf<ReturnType<typeof figures>['at']>().toEqualTypeOf<Date | undefined>()
    expectTypeOf<ReturnType<typeof figures>['tags']>().toEqualTypeOf<ReadonlyArray<string> | undefined>()
  })
})

describe('argExtremes', async () => {
  const runsOf = (values: ReadonlyArray<unknown>) =>
    values.map((loss, at) => ({ id: `r${at}` as RunId, createdAt: new Date(at), config: { at }, summary: { loss } }))
  const loss = column.summary('loss')

  test('return the id of the first run with the smallest and the largest number', () => {
    const figures = aggregate({ least: argmin(loss), greatest: argmax(loss) })
    expect(figures(runsOf([2, 1, 1, Number.NaN, 3, 3]))).toEqual({ least: 'r1', greatest: 'r4' })
  })

  test('return the value of another column in that run', () => {
    const figures = aggregate({ at: argmin(loss, column.config('at')), none: argmax(loss, column.config('no')) })
    expect(figures(runsOf([2, 1]))).toEqual({ at: 1, none: undefined })
  })

  test('ignore values that are not numbers, including times', () => {
    expect(aggregate({ least: argmin(loss) })(runsOf([...noNumbers, 5]))).toEqual({ least: `r${noNumbers.length}` })
    expect(aggregate({ least: argmin(loss) })(runsOf(noNumbers))).toEqual({ least: undefined })
    expect(aggregate({ newest: argmax(column.createdAt) })(runsOf([1]))).toEqual({ newest: undefined })
  })

  test('are typed by the other column', () => {
    const figures = aggregate({ id: argmin(loss), at: argmax(loss, column.config<number>('at')) })
    expectTypeOf<ReturnType<typeof figures>['id']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<ReturnType<typeof figures>['at']>().toEqualTypeOf<number | undefined>()
  })
})

describe('quantile', async () => {
  const { NaN: nan, MAX_VALUE: max, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf } = Number

  test('lies between the two numbers next to it in rank', () => {
    // Ranks 0 to 3: 0.25 is at 0.75, 0.5 at 1.5.
    expect([0, 0.25, 0.5, 1].map((q) => figure(quantile(x, q), [4, 1, 3, 2]))).toEqual([1, 1.75, 2.5, 4])
  })

  test('sorts numbers as numbers, and ignores other values', () => {
    expect(figure(median(x), [10, ...noNumbers, 9, 100])).toBe(10)
  })

  test('is the number itself when there is one, and undefined when there is none', () => {
    expect(figure(quantile(x, 0.3), [5])).toBe(5)
    expect(figure(quantile(x, 0.3), noNumbers)).toBeUndefined()
    expect(figure(median(x), [])).toBeUndefined()
  })

  test.each([-0.1, 1.1, nan, inf, minusInf])('is undefined for %d', (q) => {
    expect(figure(quantile(x, q), [1, 2])).toBeUndefined()
  })

  test('has infinities at the ends, and NaN only between the two', () => {
    expect(figure(median(x), [inf, inf])).toBe(inf)
    expect(figure(median(x), [minusInf, 1, inf])).toBe(1)
    expect(figure(quantile(x, 0.5), [1, inf])).toBe(inf)
    expect(figure(quantile(x, 0), [1, inf])).toBe(1)
    expect(figure(median(x), [minusInf, inf])).toBeNaN()
  })

  test('does not overflow on the way', () => {
    expect(figure(median(x), [-max, max])).toBe(0)
    expect(figure(median(x), [max, max])).toBe(max)
  })

  test('does not change the order of the runs', () => {
    const values = Object.freeze([3, 1, 2])
    expect(figure(median(x), values)).toBe(2)
    expect(values).toEqual([3, 1, 2])
  })
})

describe('variance', async () => {
  test('is the sample variance by default, and the population variance on request', () => {
    // Mean 3, squares 4 + 1 + 0 + 9 = 14.
    const values = [1, ...noNumbers, 2, 3, 6]
    expect(figure(variance(x), values)).toBe(14 / 3)
    expect(figure(variance(x, 'sample'), values)).toBe(14 / 3)
    expect(figure(variance(x, 'population'), values)).toBe(3.5)
    expect(figure(stddev(x), values)).toBeCloseTo(Math.sqrt(14 / 3), 14)
    expect(figure(stddev(x, 'population'), values)).toBeCloseTo(Math.sqrt(3.5), 14)
  })

  test('is undefined for a sample of fewer than two, and for an empty population', () => {
    expect(figure(variance(x), [1])).toBeUndefined()
    expect(figure(stddev(x), [1])).toBeUndefined()
    expect(figure(variance(x, 'population'), [1])).toBe(0)
    expect(figure(variance(x, 'population'), noNumbers)).toBeUndefined()
  })

  test('stays accurate when the numbers are large and close together', () => {
    expect(figure(variance(x), [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30)
  })

  test('is correct when the mean itself is not representable', () => {
    // The mean is 1e16 + 1, between two adjacent numbers.
    expect(figure(variance(x), [1e16, 1e16 + 2])).toBe(2)
  })

  test('is 0 when all are equal', () => {
    expect(figure(variance(x), [0.1, 0.1, 0.1])).toBeCloseTo(0, 30)
    expect(figure(variance(x), [0, -0, 0])).toBe(0)
  })

  test('is NaN when a number is infinite', () => {
    expect(figure(variance(x), [1, Number.POSITIVE_INFINITY])).toBeNaN()
  })

  test('has a square root when it overflows or underflows itself', () => {
    expect(figure(variance(x, 'population'), [1e200, -1e200])).toBe(Number.POSITIVE_INFINITY)
    expect(figure(stddev(x, 'population'), [1e200, -1e200])).toBe(1e200)
    expect(figure(stddev(x, 'population'), [1e-200, -1e-200])).toBe(1e-200)
    expect(figure(stddev(x, 'population'), [5e-324, -5e-324])).toBe(5e-324)
    expect(figure(stddev(x, 'population'), [Number.MAX_VALUE, -Number.MAX_VALUE])).toBe(Number.MAX_VALUE)
  })
})
