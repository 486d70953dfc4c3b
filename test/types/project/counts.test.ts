import { describe, expect, test } from 'vitest'
import { ProjectField, TagCount } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

describe('ProjectField', async () => {
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
})

describe('TagCount', async () => {
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
})
