import { expect, test } from 'vitest'
import { column } from '../../../src/ops/query/column.ts'
import { aggregate } from '../../../src/ops/runs/aggregate.ts'
import { count } from '../../../src/ops/runs/count.ts'

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
  expect(aggregate({ all: JSON.parse(JSON.stringify(count())) as ReturnType<typeof count> })(runs)).toEqual({ all: 9 })
})
