import { expect, expectTypeOf, test } from 'vitest'
import { column } from '../../../src/ops/query/column.ts'
import { aggregate } from '../../../src/ops/runs/aggregate.ts'
import { max, min } from '../../../src/ops/runs/extremes.ts'
import { figure, noNumbers, x } from './figure.ts'

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
