import { describe, expect, test } from 'vitest'
import { edgeCursor, readConnectionPage } from '../../../src/client/graphql/connection.ts'

describe('connectionPage', () => {
  test('continues at endCursor', () => {
    const page = { edges: [{ cursor: 'a' }], pageInfo: { endCursor: 'b', hasNextPage: true } }
    expect(readConnectionPage(page)).toEqual({ edges: page.edges, next: { cursor: 'b' }, cursor: 'b' })
  })

  test('continues at the last cursor of an edge without endCursor', () => {
    for (const endCursor of [null, undefined, '', 7])
      expect(
        readConnectionPage({
          edges: [{ cursor: 'a' }, { cursor: 'b' }, null, {}],
          pageInfo: { endCursor, hasNextPage: true },
        })?.next,
      ).toEqual({ cursor: 'b' })
  })

  test('reports that there is more even where it knows no cursor', () => {
    expect(readConnectionPage({ edges: [], pageInfo: { hasNextPage: true } })?.next).toEqual({ cursor: undefined })
  })

  test('ends where nothing reports that there is more', () => {
    for (const pageInfo of [undefined, null, {}, { hasNextPage: null }, { hasNextPage: 'yes' }, 'text'])
      expect(readConnectionPage({ edges: [{ cursor: 'a' }], pageInfo })).toMatchObject({ next: undefined, cursor: 'a' })
  })

  test('takes no connection for an empty one', () => {
    for (const nothing of [null, undefined, {}, { edges: null }])
      expect(readConnectionPage(nothing)).toEqual({ edges: [], next: undefined, cursor: undefined })
  })

  test('knows what is none', () => {
    for (const other of ['text', 7, [], { edges: 'text' }, { edges: {} }])
      expect(readConnectionPage(other)).toBeUndefined()
  })
})

describe('cursorOf', () => {
  test('is undefined for an edge without one', () => {
    expect([{ cursor: 'a' }, { cursor: '' }, { cursor: 7 }, {}, null, 'text'].map(edgeCursor)).toEqual([
      'a',
      ...Array(5).fill(undefined),
    ])
  })
})
