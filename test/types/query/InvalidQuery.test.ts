import { expect, test } from 'vitest'
import { invalidQuery } from '../../../src/types/query/InvalidQuery.ts'

test('names the place by the way to it', () => {
  expect(invalidQuery(['filters', '$and', 0, 'state'], 'is no filter')).toEqual({
    _tag: 'InvalidQuery',
    field: 'filters.$and.0.state',
    reason: 'is no filter',
  })
})

test('names a place of at most 200 characters', () => {
  expect(invalidQuery(['filters', 'a'.repeat(500)], 'is no filter').field).toHaveLength(200)
})
