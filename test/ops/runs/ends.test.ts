import { expect, expectTypeOf, test } from 'vitest'
import { column } from '../../../src/ops/query/column.ts'
import { aggregate } from '../../../src/ops/runs/aggregate.ts'
import { first, last } from '../../../src/ops/runs/ends.ts'
import { figure, x } from './figure.ts'

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
