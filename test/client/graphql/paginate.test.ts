import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { type LoadError, loadError, makeClient } from 'wandb-run-ops/loader'
import { type DecodedPage, decodeNodes } from '../../../src/client/graphql/decodeNodes.ts'
import { type PageSource, type PaginateOptions, paginate } from '../../../src/client/graphql/paginate.ts'
import type { RawPage } from '../../../src/client/graphql/requestPage.ts'
import { failsWith, rightOf } from '../../loader/servers/either.ts'

const pageOf = (ids: ReadonlyArray<string | undefined>, next: string | undefined): RawPage => ({
  nodes: ids.map((id) => (id === undefined ? undefined : { id })),
  cursors: ids.map((id) => `c${id}`),
  next: next === undefined ? undefined : { cursor: next },
  cursor: next ?? 'end',
  totalCount: 9,
})

/** Pages by the cursors that they follow; the first is that after ''. What is requested and decoded goes into a log. */
const listOf = (pages: Readonly<Record<string, RawPage | LoadError>>) => {
  const log: Array<string> = []
  const seen = new Set<unknown>()
  const source: PageSource<RawPage, DecodedPage<string>> = {
    request: async ({ after = '' }) => {
      log.push(`request ${after}`)
      const page = pages[after] as RawPage | LoadError
      return '_tag' in page ? E.left(page) : E.right({ ...page, nodes: [...page.nodes] })
    },
    decode: (raw, at) => {
      log.push(`decode ${at.page}`)
      return E.right(
        decodeNodes(raw.nodes, at, { decode: (node) => E.right((node as { readonly id: string }).id), seen }),
      )
    },
  }
  return { source, log }
}

const three = { '': pageOf(['a', 'b'], '1'), '1': pageOf(['b', undefined], '2'), '2': pageOf(['d'], undefined) }

const read = async (pages: Readonly<Record<string, RawPage | LoadError>>, options: PaginateOptions = {}) => {
  const { source, log } = listOf(pages)
  const read = []
  for await (const page of paginate(makeClient(), source, options)) read.push(page)
  return { read, log }
}

describe('paginate', () => {
  test('accounts for what is on the pages, and says how far they get', async () => {
    const pages = (await read(three)).read.map(rightOf)
    expect(pages).toMatchObject([
      { index: 0, items: ['a', 'b'], accounted: 2, totalCount: 9, cursor: '1', last: false },
      { index: 1, items: [], duplicates: 1, skipped: 1, accounted: 3, cursor: '2', last: false },
      { index: 2, items: ['d'], accounted: 4, cursor: 'end', last: true },
    ])
  })

  test('requests a page before it decodes the one before', async () => {
    expect((await read(three)).log).toEqual(['request ', 'request 1', 'decode 0', 'request 2', 'decode 1', 'decode 2'])
  })

  test('does not request ahead where a page may reach the limit, and stops within it', async () => {
    const { read: pages, log } = await read(three, { limit: 1 })
    expect(log).toEqual(['request ', 'decode 0'])
    expect(pages.map(rightOf)).toMatchObject([{ items: ['a'], cursor: 'ca', last: false }])
  })

  test('stops where what was requested is enough', async () => {
    const { log } = await read(three, { isEnough: () => true })
    expect(log).toEqual(['request ', 'decode 0'])
  })

  test('ends with an error, after the pages before', async () => {
    const error = loadError({ _tag: 'HttpFailed', status: 500, detail: '' })
    const { read: pages } = await read({ ...three, 1: error })
    expect([pages.length, pages[1]]).toEqual([2, E.left(error)])
  })

  test('is CursorStuck where a cursor is missing or comes again', async () => {
    for (const cursor of [undefined, '1']) {
      const page = { ...pageOf(['c'], '1'), next: { cursor } }
      const { read: pages } = await read({ '': pageOf(['a'], '1'), 1: page })
      expect(failsWith('CursorStuck', pages[2] as E.Either<LoadError, never>)).toMatchObject({ cursor, page: 1 })
    }
  })

  test('aborts what is under way where a loop is left', async () => {
    let signal: AbortSignal | undefined
    const { source } = listOf(three)
    const observed = {
      ...source,
      request: (ask: Parameters<typeof source.request>[0], given: AbortSignal) => {
        signal = given
        return source.request(ask, given)
      },
    }
    for await (const page of paginate(makeClient(), observed, {})) {
      expect([rightOf(page).index, signal?.aborted]).toEqual([0, false])
      break
    }
    expect(signal?.aborted).toBe(true)
  })
})
