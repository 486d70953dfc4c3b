import { describe, expect, expectTypeOf, test } from 'vitest'
import type { RunId } from 'wandb-run-ops/types'
import { aggregate } from '../../src/ops/runs/aggregate.ts'
import { argmax, argmin, count, first, last, max, mean, min, sum } from '../../src/query/aggregates.ts'
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
