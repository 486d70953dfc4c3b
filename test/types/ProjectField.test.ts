import { expect, test } from 'vitest'
import { ProjectField } from 'wandb-run-ops/types'
import { decoded, refusal } from './outcome.ts'

const node = { path: 'config.lr.value', type: 'number' }

test('round-trips a node, frozen', () => {
  const read = decoded(ProjectField, node)
  expect(read).toStrictEqual(node)
  expect(Object.isFrozen(read)).toBe(true)
  expect(ProjectField.encode(read)).toStrictEqual(node)
  expect(ProjectField.is(read)).toBe(true)
})

test('rejects a node without its type', () => {
  expect(refusal(ProjectField, { path: 'config.lr.value' })).toEqual({
    path: ['type'],
    expected: 'string',
    actual: 'undefined',
  })
})
