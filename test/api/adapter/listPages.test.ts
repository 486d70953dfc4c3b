import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, test } from 'vitest'
import { type Listed, type ListQuery, loadError, makeClient } from 'wandb-run-ops/loader'
import type { LoopOptions } from '../../../src/api/adapter/lazyList.ts'
import { loadedList } from '../../../src/api/adapter/listPages.ts'
import { collect, thrownBy } from '../door.ts'

interface Item {
  readonly id: string
}

const items = (from: number, to: number): Array<Item> =>
  Array.from({ length: to - from }, (_, i) => ({ id: `${from + i}` }))

/** A list of `count` items whose cursor is the number of items before it. */
const server = (count: number, over: (after: number) => Partial<Listed<Item>> = () => ({})) => {
  const asked: Array<ListQuery> = []
  const load = (query: ListQuery) => () => async () => {
    asked.push(query)
    const after = Number(query.after ?? 0)
    const end = Math.min(count, after + (query.limit ?? count))
    const listed: Listed<Item> = {
      items: items(after, end),
      totalCount: count,
      failures: [],
      duplicates: 0,
      skipped: 0,
      complete: end === count,
      cursor: `${end}`,
      ...over(after),
    }
    query.onProgress?.({ phase: 'files', loaded: listed.items.length, total: count })
    return TE.right(listed)()
  }
  return { load, asked }
}

const listOf = (load: ReturnType<typeof server>['load'], query: ListQuery & LoopOptions = {}, isPaged = true) =>
  loadedList(makeClient(), load, () => query, { what: 'files', isPaged: () => isPaged })

const idsOf = (found: ReadonlyArray<Item>): ReadonlyArray<number> => found.map(({ id }) => Number(id))
const upTo = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, i) => i)

describe('a loop over a list', () => {
  test('loads part by part', async () => {
    const { load, asked } = server(250)
    expect(idsOf(await collect(listOf(load)))).toEqual(upTo(250))
    expect(asked.map(({ after, limit }) => [after, limit])).toEqual([
      [undefined, 100],
      ['100', 100],
      ['200', 100],
    ])
  })

  test('obeys limit, pageSize and after', async () => {
    const { load, asked } = server(250)
    expect(idsOf(await collect(listOf(load, { limit: 7, pageSize: 5, after: '10' })))).toEqual([
      10, 11, 12, 13, 14, 15, 16,
    ])
    expect(asked.map(({ after, limit, pageSize }) => [after, limit, pageSize])).toEqual([
      ['10', 5, 5],
      ['15', 2, 5],
    ])
  })

  test('requests the next part while this one is consumed, and no more', async () => {
    const { load, asked } = server(250)
    const seen: Array<number> = []
    for await (const { id } of listOf(load)) {
      if (id === '0' || id === '99') seen.push(asked.length)
      if (id === '99') break
    }
    expect(seen).toEqual([2, 2])
  })

  test('aborts the outstanding request when it is left', async () => {
    const { load, asked } = server(250)
    for await (const _ of listOf(load)) break
    expect(asked.map(({ signal }) => signal?.aborted)).toEqual([true, true])
  })

  test('follows the signal of the query', async () => {
    const { load, asked } = server(250)
    const controller = new AbortController()
    const loop = listOf(load, { signal: controller.signal })[Symbol.asyncIterator]()
    await loop.next()
    expect(asked[0]?.signal?.aborted).toBe(false)
    controller.abort()
    expect(asked[0]?.signal?.aborted).toBe(true)
    await loop.return?.()
  })

  test('drops what a list that shifted repeats', async () => {
    const { load } = server(150, (after) => (after === 100 ? { items: items(98, 150) } : {}))
    expect(idsOf(await collect(listOf(load)))).toEqual(upTo(150))
  })

  test('ends with an error where the cursor does not move or is missing', async () => {
    for (const [cursor, missing] of [
      ['100', 50],
      [undefined, 150],
    ] as const) {
      const { load } = server(250, () => ({ cursor, complete: false }))
      expect(await thrownBy(collect(listOf(load)))).toMatchObject({ reason: { _tag: 'ListIncomplete', missing } })
    }
  })

  test('throws the error of a part', async () => {
    const reason = loadError({ _tag: 'NetworkFailed', detail: 'reset' })
    const { load } = server(250)
    const failing = (query: ListQuery) => () => (query.after === '100' ? TE.left(reason) : load(query)())
    expect(await thrownBy(collect(listOf(failing as never)))).toMatchObject({ reason })
  })

  test('counts the pages of failures through', async () => {
    const failures: Array<number | undefined> = []
    const { load } = server(150, () => ({ failures: [{ path: [], expected: 'x', actual: 'y', page: 0 }] }))
    await collect(listOf(load, { onFailure: ({ page }) => failures.push(page) }))
    expect(failures).toEqual([0, 1])
  })

  test('reports progress over all parts', async () => {
    const loaded: Array<number> = []
    const { load } = server(250)
    await collect(listOf(load, { onProgress: (progress) => loaded.push(progress.loaded) }))
    expect(loaded).toEqual([100, 200, 250])
  })

  test('loads the list as a whole where parts cannot be loaded', async () => {
    const { load, asked } = server(250)
    expect(idsOf(await collect(listOf(load, {}, false)))).toEqual(upTo(250))
    expect(asked.length).toBe(1)
  })
})

test('an awaited list is one load, without onFailure', async () => {
  const { load, asked } = server(250)
  const { items: all, complete } = await listOf(load, { onFailure: () => {} })
  expect([all.length, complete]).toEqual([250, true])
  expect(asked).toEqual([{}])
})
