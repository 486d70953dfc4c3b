import { expect, test } from 'vitest'
import { expandAll } from '../../../src/query/mongo/expandAll.ts'

test.each<[object, object]>([
  [{ tags: { $all: ['a', 'b'] } }, { $and: [{ tags: 'a' }, { tags: 'b' }] }],
  [{ tags: { $all: ['a'] }, state: 'x' }, { $and: [{ tags: 'a' }, { state: 'x' }] }],
  [{ tags: { $all: ['a'], $ne: 'b' } }, { $and: [{ tags: { $ne: 'b' } }, { tags: 'a' }] }],
  [{ tags: { $all: [] } }, { tags: { $in: [] } }],
  [{ $nor: [{ tags: { $all: ['a', 'b'] } }] }, { $nor: [{ $and: [{ tags: 'a' }, { tags: 'b' }] }] }],
  [
    { 'config.l': { $all: [[1], null, { a: 1 }] } },
    { $and: [{ 'config.l': { $eq: [1] } }, { 'config.l': null }, { 'config.l': { $eq: { a: 1 } } }] },
  ],
  [{ state: 'a', group: null }, { $and: [{ state: 'a' }, { group: null }] }],
  [{}, {}],
])('writes %j without $all', (mongo, expanded) => {
  expect(expandAll(mongo as Readonly<Record<string, unknown>>)).toEqual(expanded)
})
