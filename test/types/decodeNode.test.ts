import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { decodeNode } from '../../src/types/decodeNode.ts'
import { Entity } from '../../src/types/Entity.ts'

const decode = decodeNode(Entity)

describe('decodeNode', () => {
  test('returns the record of a node', () => {
    expect(decode({ id: 'RW50aXR5OjE=', name: 'team', isTeam: true })).toMatchObject(
      E.right({ id: 'RW50aXR5OjE=', name: 'team', isTeam: true }),
    )
  })

  test('reports the position of an unreadable node, and never its contents', () => {
    expect(decode({ id: 'RW50aXR5OjE=', name: 42 }, { page: 2, index: 5 })).toEqual(
      E.left({ path: ['name'], expected: 'string', actual: 'number', page: 2, index: 5 }),
    )
  })

  test('reports an object that throws when read as unreadable', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(decode(proxy)).toEqual(E.left({ path: [], expected: 'Entity', actual: 'object' }))
  })
})
