import { expect, test } from 'vitest'
import { TagCount } from 'wandb-run-ops/types'
import { decoded, refusal } from './outcome.ts'

const node = { name: 'best', count: 3 }

test('round-trips a node, frozen', () => {
  const read = decoded(TagCount, node)
  expect(read).toStrictEqual(node)
  expect(Object.isFrozen(read)).toBe(true)
  expect(TagCount.encode(read)).toStrictEqual(node)
  expect(TagCount.is(read)).toBe(true)
})

test('rejects a node without its count', () => {
  expect(refusal(TagCount, { name: 'best', count: null })).toEqual({
    path: ['count'],
    expected: 'Int64',
    actual: 'null',
  })
})
