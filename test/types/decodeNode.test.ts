import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { decodeNode } from '../../src/types/decodeNode.ts'
import { Entity } from '../../src/types/Entity.ts'

const decode = decodeNode(Entity)

describe('decodeNode', () => {
  test('gives the record of a node', () => {
    expect(decode({ id: 'RW50aXR5OjE=', name: 'team', isTeam: true })).toMatchObject(
      E.right({ id: 'RW50aXR5OjE=', name: 'team', isTeam: true }),
    )
  })

  test('says where an unreadable node stood, and never what it held', () => {
    expect(decode({ id: 'RW50aXR5OjE=', name: 42 }, { page: 2, index: 5 })).toEqual(
      E.left({ path: ['name'], expected: 'string', actual: 'number', page: 2, index: 5 }),
    )
  })

  test('takes an object that throws when it is read for an unreadable one', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(decode(proxy)).toEqual(E.left({ path: [], expected: 'Entity', actual: 'object' }))
  })
})
