import { expect, expectTypeOf, test } from 'vitest'
import type { RunId } from 'wandb-run-ops/types'
import { column } from '../../../src/ops/query/column.ts'
import { aggregate } from '../../../src/ops/runs/aggregate.ts'
import { argmax, argmin } from '../../../src/ops/runs/argExtremes.ts'
import { noNumbers } from './figure.ts'

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
