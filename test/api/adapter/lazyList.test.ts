import { describe, expect, test } from 'vitest'
import { type ListPage, type LoopQuery, lazyList } from '../../../src/api/adapter/lazyList.ts'
import { collect, thrownBy } from '../door.ts'

const failure = (runId: string) => ({ path: ['config', 'lr'], expected: 'number', actual: 'string', runId })

const page = (items: ReadonlyArray<number>, over: Partial<ListPage<number>> = {}): ListPage<number> => ({
  items,
  failures: [],
  skipped: 0,
  totalCount: undefined,
  complete: true,
  ...over,
})

const listOf = (pages: ReadonlyArray<ListPage<number>>, query: LoopQuery = {}) => {
  const counts = { read: 0, loaded: 0, paged: 0 }
  const list = lazyList({
    what: 'runs',
    read: () => {
      counts.read += 1
      return query
    },
    load: async () => {
      counts.loaded += 1
      return pages.flatMap(({ items }) => items)
    },
    async *pages() {
      counts.paged += 1
      yield* pages
    },
  })
  return { list, counts }
}

describe('a list', () => {
  test('does nothing until it is awaited or iterated', async () => {
    const { list, counts } = listOf([page([1])])
    list[Symbol.asyncIterator]()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(counts).toEqual({ read: 0, loaded: 0, paged: 0 })
  })

  test('is loaded once for all awaits, and from the beginning for every loop', async () => {
    const { list, counts } = listOf([page([1, 2]), page([3])])
    expect(await Promise.all([list, list])).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ])
    expect(await list).toEqual([1, 2, 3])
    expect(await collect(list)).toEqual([1, 2, 3])
    expect(await collect(list)).toEqual([1, 2, 3])
    expect(counts).toEqual({ read: 3, loaded: 1, paged: 2 })
  })

  test('has the catch and finally of a promise', async () => {
    const broken = lazyList<LoopQuery, number, number>({
      what: 'runs',
      read: () => {
        throw new Error('wrong option')
      },
      load: async () => 1,
      async *pages() {},
    })
    let calls = 0
    expect(await broken.catch((error: unknown) => String(error))).toBe('Error: wrong option')
    expect(String(await thrownBy(broken.finally(() => (calls += 1))))).toBe('Error: wrong option')
    expect(String(await thrownBy(collect(broken)))).toBe('Error: wrong option')
    expect(calls).toBe(1)
  })
})

describe('a loop', () => {
  test('throws at its end where something could not be read, after all others', async () => {
    const { list } = listOf([page([1], { failures: [failure('a')] }), page([2], { failures: [failure('b')] })])
    const passed: Array<number> = []
    const error = await thrownBy(async () => {
      for await (const item of list) passed.push(item)
    })
    expect(passed).toEqual([1, 2])
    expect(error).toMatchObject({
      name: 'WandbError',
      message:
        'Could not read 2 of the runs, first a at "config/lr": expected number, got string. Pass onFailure to loop without them.',
      reason: { _tag: 'ListIncomplete', failures: [failure('a'), failure('b')] },
    })
  })

  test('passes failures to onFailure, and does not throw', async () => {
    const failures: Array<string | undefined> = []
    const { list } = listOf([page([1], { failures: [failure('a')], totalCount: 2 })], {
      onFailure: ({ runId }) => failures.push(runId),
    })
    expect(await collect(list)).toEqual([1])
    expect(failures).toEqual(['a'])
  })

  test('throws where the list ended before its total, but not where the limit cut it or it began later', async () => {
    const short = [page([1, 2], { totalCount: 5, skipped: 1 })]
    expect(await thrownBy(collect(listOf(short).list))).toMatchObject({
      message: expect.stringContaining('The list of runs ended early (2 missing)'),
    })
    expect(await collect(listOf(short, { limit: 2 }).list)).toEqual([1, 2])
    expect(await collect(listOf(short, { after: 'cursor' }).list)).toEqual([1, 2])
    expect(await thrownBy(collect(listOf(short, { onFailure: () => {} }).list))).toBeInstanceOf(Error)
  })

  test('throws where a list of unknown length did not reach its end', async () => {
    const cut = [page([1], { complete: false })]
    expect(await thrownBy(collect(listOf(cut).list))).toMatchObject({ reason: { missing: undefined, failures: [] } })
    expect(await collect(listOf(cut, { limit: 1 }).list)).toEqual([1])
  })

  test('may pass more than the total, because the list grew', async () => {
    expect(await collect(listOf([page([1, 2, 3], { totalCount: 2 })]).list)).toEqual([1, 2, 3])
  })
})
