import { expect, test } from 'vitest'
import { column } from '../../../src/ops/query/column.ts'
import { uniqueBy } from '../../../src/ops/runs/uniqueBy.ts'

test('keeps the first run of each value, in order; a missing value counts as one', () => {
  const runs = [1, '1', undefined, 1, [1], null, undefined, [1], Number.NaN, Number.NaN].map((a) => ({ config: { a } }))
  const kept = uniqueBy(column.config('a'))(runs)
  expect(kept.map((run) => runs.indexOf(run))).toEqual([0, 1, 2, 4, 5, 8])
  expect(Object.isFrozen(kept)).toBe(true)
})

test('starts again with each list', () => {
  const unique = uniqueBy(column.group)
  const runs = [{ group: 'a' }]
  expect(unique(runs)).toEqual(unique(runs))
  expect(unique([])).toEqual([])
})
