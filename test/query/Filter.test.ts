import { expect, test } from 'vitest'
import { invalidQuery } from '../../src/query/Filter.ts'

test('reports the path', () => {
  expect(invalidQuery(['filters', '$and', 0, 'state'], 'must be a filter')).toEqual({
    _tag: 'InvalidQuery',
    field: 'filters.$and.0.state',
    reason: 'must be a filter',
  })
})

test('truncates the path to 200 characters', () => {
  expect(invalidQuery(['filters', 'a'.repeat(500)], 'must be a filter').field).toHaveLength(200)
})
