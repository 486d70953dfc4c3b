import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import { decodeNode, Entity } from 'wandb-run-ops/types'
import { loadList } from '../../../src/client/graphql/loadList.ts'
import { scripted } from '../../loader/servers/scripted.ts'

const node = (id: string) => ({ id, name: `team-${id}`, isTeam: true })

interface Page {
  readonly nodes: ReadonlyArray<unknown>
  readonly end: string | null
  readonly more: boolean
}

/** Loads a list that a server sends in these pages, one after the other. */
const load = (pages: ReadonlyArray<Page>, totalCount?: number, limit?: number) => {
  let next = 0
  const { fetch } = scripted(() => {
    const page = pages[Math.min(next, pages.length - 1)]
    next += 1
    const pageInfo = { endCursor: page?.end, hasNextPage: page?.more }
    return { data: { list: { totalCount, pageInfo, edges: page?.nodes.map((one) => ({ node: one })) } } }
  })
  return loadList(
    makeClient({ fetch }),
    { limit },
    {
      operationName: 'List',
      document: 'query List { list { edges { node { id } } } }',
      variables: {},
      connection: (data) => E.right(data['list']),
      decode: decodeNode(Entity),
      phase: 'projects',
      pageSize: 2,
    },
  )
}

describe('loadList', () => {
  test('keeps a record once that comes again on a later page, and counts how often', async () => {
    const listed = await load([
      { nodes: [node('a'), node('b')], end: '1', more: true },
      { nodes: [node('b'), node('c')], end: '2', more: false },
    ])
    expect(listed).toMatchObject(
      E.right({ items: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], duplicates: 1, complete: true, cursor: '2' }),
    )
    expect(E.isRight(listed) && listed.right.items).toHaveLength(3)
  })

  test('counts entries without a node, and reports the position of an unreadable one', async () => {
    const listed = await load([{ nodes: [null, { id: 'a', name: 1 }, node('b')], end: null, more: false }], 3)
    expect(listed).toMatchObject(
      E.right({ skipped: 1, failures: [{ path: ['name'], page: 0, index: 1 }], items: [{ id: 'b' }], complete: true }),
    )
  })

  test('is not complete where the server counts more than it sends', async () => {
    const listed = await load([{ nodes: [node('a')], end: null, more: false }], 2)
    expect(listed).toMatchObject(E.right({ totalCount: 2, complete: false }))
  })

  test('is not complete where a limit ends it before', async () => {
    const listed = await load([{ nodes: [node('a'), node('b')], end: '1', more: true }], 9, 2)
    expect(listed).toMatchObject(E.right({ items: [{ id: 'a' }, { id: 'b' }], complete: false, cursor: '1' }))
  })

  test('ends at a cursor that does not move', async () => {
    const listed = await load([
      { nodes: [node('a')], end: '1', more: true },
      { nodes: [node('b')], end: '1', more: true },
    ])
    expect(listed).toMatchObject(E.left({ _tag: 'CursorStuck', cursor: '1', page: 1 }))
  })
})
