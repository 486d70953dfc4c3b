import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { type ListQuery, makeClient, type Progress } from 'wandb-run-ops/loader'
import { decodeNode, Entity } from 'wandb-run-ops/types'
import { graphqlDocument, pageSelection, pageVariables } from '../../../src/client/graphql/document.ts'
import { loadList } from '../../../src/client/graphql/loadList.ts'
import { rightOf } from '../../loader/servers/either.ts'
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
      document: graphqlDocument('List', pageVariables, `list { ${pageSelection('id')} }`),
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

/** Loads those of the numbers below `count` that pass. A server sends them in pages; a cursor reports how many came before. */
const loadNumbers = async (count: number, query: ListQuery, passes: (n: number) => boolean) => {
  const { fetch, sent } = scripted(({ variables }) => {
    const start = Number(variables['after'] ?? 0)
    const end = Math.min(start + Number(variables['first']), count)
    const edges = Array.from({ length: end - start }, (_, index) => ({ node: { id: start + index } }))
    const pageInfo = { endCursor: end === 0 ? null : String(end), hasNextPage: end < count }
    return { data: { list: { totalCount: count, pageInfo, edges } } }
  })
  const listed = await loadList(makeClient({ fetch }), query, {
    document: graphqlDocument('List', pageVariables, `list { totalCount ${pageSelection('id')} }`),
    variables: {},
    connection: (data) => E.right(data['list']),
    decode: (node) => E.right((node as { readonly id: number }).id),
    passes,
    phase: 'projects',
    pageSize: 2,
  })
  return { listed, sent }
}

describe('a filtered list', () => {
  test('has what passes, whatever the pages, and in order', async () => {
    const counts = fc.nat({ max: 30 })
    const property = fc.asyncProperty(counts, fc.integer({ min: 1, max: 9 }), counts, async (count, size, divisor) => {
      const passes = (n: number): boolean => n % (divisor + 1) === 0
      const { items, complete } = rightOf((await loadNumbers(count, { pageSize: size }, passes)).listed)
      const expected = Array.from({ length: count }, (_, n) => n).filter(passes)
      return complete && items.join() === expected.join()
    })
    await fc.assert(property)
  })

  test('a limit and a cursor give the same as no limit, unless a page was cut', async () => {
    const passes = (n: number): boolean => n % 3 === 0
    const first = rightOf((await loadNumbers(10, { limit: 2 }, passes)).listed)
    expect([first.items, first.complete, first.cursor, first.totalCount]).toEqual([[0, 3], false, '4', undefined])
    const rest = rightOf((await loadNumbers(10, { after: first.cursor }, passes)).listed)
    expect([rest.items, rest.complete]).toEqual([[6, 9], true])
    const cut = rightOf((await loadNumbers(10, { limit: 2, pageSize: 10 }, passes)).listed)
    expect([cut.items, cut.complete, cut.cursor]).toEqual([[0, 3], false, undefined])
  })

  test('is complete where the last match is the last that was wanted', async () => {
    const { items, complete } = rightOf((await loadNumbers(5, { limit: 2, pageSize: 5 }, (n) => n % 3 === 0)).listed)
    expect([items, complete]).toEqual([[0, 3], true])
  })

  test('asks for whole pages, and for none after the limit', async () => {
    const { sent } = await loadNumbers(10, { limit: 1, pageSize: 3 }, (n) => n === 4)
    expect(sent.map(({ variables }) => [variables['after'], variables['first']])).toEqual([
      [null, 3],
      ['3', 3],
    ])
  })

  test('reports progress over all pages, matches or not', async () => {
    const reported: Array<number> = []
    const onProgress = ({ loaded }: Progress): void => {
      reported.push(loaded)
    }
    await loadNumbers(10, { onProgress, pageSize: 4 }, () => false)
    expect(reported).toEqual([4, 8, 10])
  })

  test('may go for more pages without a match than any list may without a record', async () => {
    const { items } = rightOf((await loadNumbers(150, { pageSize: 1 }, (n) => n === 149)).listed)
    expect(items).toEqual([149])
  })
})
