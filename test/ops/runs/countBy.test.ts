import { expect, expectTypeOf, test } from 'vitest'
import { column } from '../../../src/ops/query/column.ts'
import { countBy } from '../../../src/ops/runs/countBy.ts'

test('returns the values in order of first appearance, each with its number of runs', () => {
  const runs = ['b', 'a', undefined, 'b'].map((group) => ({ group }))
  const counts = countBy(column.group)(runs)
  expect(counts).toEqual([
    { key: 'b', count: 2 },
    { key: 'a', count: 1 },
    { key: undefined, count: 1 },
  ])
  expect(Object.isFrozen(counts)).toBe(true)
  expectTypeOf<(typeof counts)[number]['key']>().toEqualTypeOf<string | undefined>()
})

test('returns none for no runs', () => {
  expect(countBy(column.group)([])).toEqual([])
})
