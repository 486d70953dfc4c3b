import type * as E from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import { type LoadError, makeClient, type RunsPage, runPages } from 'wandb-run-ops/loader'
import type { Run } from 'wandb-run-ops/types'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { connection, listing, runNode, runsAnswer } from '../servers/nodes.ts'
import { quick } from '../servers/quick.ts'
import { type Answer, type Sent, scripted, silence } from '../servers/scripted.ts'

const project = 'synthetic/training'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: [], synthetic: { project: 'training', runs: 25 } })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.resetRequests()
  sandbox.faults.clear()
})

const client = () => quick(sandbox.url, sandbox.apiKey)
const tick = (milliseconds = 20): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

type Page = RunsPage<{ readonly id: string }>
type Pages = AsyncIterable<E.Either<LoadError, Page>>

const collect = async (pages: Pages): Promise<ReadonlyArray<E.Either<LoadError, Page>>> => {
  const all: Array<E.Either<LoadError, Page>> = []
  for await (const page of pages) all.push(page)
  return all
}
const idsOf = (pages: ReadonlyArray<E.Either<LoadError, Page>>): ReadonlyArray<string> =>
  pages.flatMap((page) => rightOf(page).runs.map(({ id }) => id))

const of = (answer: (sent: Sent, index: number) => Answer | Promise<Answer>) => {
  const server = scripted(answer)
  return { client: makeClient({ fetch: server.fetch, maxRetries: 0 }), sent: server.sent }
}
const nodes = (count: number) => Array.from({ length: count }, (_, i) => runNode(i))

describe('pages', () => {
  test('come in order, with their number, the total, a cursor, and the last marked', async () => {
    const pages = (await collect(runPages({ project, pageSize: 10 })(client()))).map(rightOf)
    expect(pages.map(({ index, runs, totalCount, last }) => [index, runs.length, totalCount, last])).toEqual([
      [0, 10, 25, false],
      [1, 10, 25, false],
      [2, 5, 25, true],
    ])
    expect(new Set(pages.map(({ cursor }) => cursor)).size).toBe(3)
    expect(pages.every((page) => Object.isFrozen(page) && Object.isFrozen(page.runs))).toBe(true)
  })

  test('are one empty page for no run', async () => {
    const pages = await collect(runPages({ project, filters: { name: 'none' } })(client()))
    expect(pages.map(rightOf)).toEqual([
      {
        index: 0,
        runs: [],
        failures: [],
        duplicates: 0,
        skipped: 0,
        skippedInside: { artifactVersions: 0, files: 0 },
        totalCount: 0,
        cursor: undefined,
        last: true,
      },
    ])
  })

  test('of the path of a project are those of a query without options', async () => {
    const pages = runPages(project)(client())
    expectTypeOf(pages).toEqualTypeOf<AsyncIterable<E.Either<LoadError, RunsPage<Run>>>>()
    expect(await collect(pages)).toEqual(await collect(runPages({ project })(client())))
  })

  test('ask for the count once', async () => {
    await collect(runPages({ project, pageSize: 10 })(client()))
    expect(sandbox.requests.map(({ query }) => query.includes('runCount'))).toEqual([true, false, false])
  })

  test('continue after any page as if nothing had been between', async () => {
    const whole = await collect(runPages({ project, pageSize: 7 })(client()))
    const ids = idsOf(whole)
    for (const [position, page] of whole.map(rightOf).entries()) {
      const rest = await collect(runPages({ project, pageSize: 4, after: page.cursor })(client()))
      expect(idsOf(rest)).toEqual(ids.slice((position + 1) * 7))
    }
  })

  test('continue after a page that a limit cut off from a server that sends too much', async () => {
    const all = nodes(10)
    const everything = of(({ variables, ...sent }) => listing(all)({ ...sent, variables: { ...variables, first: 10 } }))
    const [page] = (await collect(runPages({ project: 'a/b', limit: 4 })(everything.client))).map(rightOf)
    expect([page?.runs.length, page?.last]).toEqual([4, false])
    const rest = await collect(runPages({ project: 'a/b', after: page?.cursor })(everything.client))
    expect(idsOf(rest)).toEqual(all.slice(4).map(({ name }) => name))
  })

  test('have the cursor of the page before where they have none, so that nothing starts again', async () => {
    const server = of((_, index) =>
      index === 0
        ? runsAnswer(connection(nodes(2), { next: 'c' }), 2)
        : runsAnswer({ edges: [], pageInfo: { endCursor: null, hasNextPage: false } }),
    )
    const pages = (await collect(runPages({ project: 'a/b' })(server.client))).map(rightOf)
    expect(pages.map(({ cursor, last }) => [cursor, last])).toEqual([
      ['c', false],
      ['c', true],
    ])
  })
})

describe('requests', () => {
  test('are none before the first pull', async () => {
    const iterator = runPages({ project, pageSize: 5 })(client())[Symbol.asyncIterator]()
    await tick()
    expect(sandbox.requests.length).toBe(0)
    await iterator.next()
    await iterator.return?.()
  })

  test('are never more than one page ahead of what is pulled', async () => {
    const iterator = runPages({ project, pageSize: 5 })(client())[Symbol.asyncIterator]()
    for (const pulled of [1, 2, 3]) {
      await iterator.next()
      await tick(60)
      expect(sandbox.requests.length).toBe(pulled + 1)
    }
    await iterator.return?.()
  })

  test('are sent for the next page before this one is read', async () => {
    const order: Array<string> = []
    const server = of((sent) => {
      order.push(`request ${sent.variables['after']}`)
      return listing(nodes(4))(sent)
    })
    for await (const page of runPages({ project: 'a/b', pageSize: 2 })(server.client))
      order.push(`page ${rightOf(page).index}`)
    expect(order).toEqual(['request null', 'request 2', 'page 0', 'page 1'])
  })

  test('are aborted on leaving the loop', async () => {
    const server = of((sent, index) => (index === 0 ? listing(nodes(9))(sent) : silence))
    for await (const page of runPages({ project: 'a/b', pageSize: 3 })(server.client)) {
      rightOf(page)
      break
    }
    expect(server.sent.map(({ signal }) => signal?.aborted)).toEqual([false, true])
  })

  test('are aborted when the loop is left by an exception', async () => {
    const server = of((sent, index) => (index === 0 ? listing(nodes(9))(sent) : silence))
    const loop = async () => {
      for await (const _ of runPages({ project: 'a/b', pageSize: 3 })(server.client)) throw new Error('enough')
    }
    await expect(loop()).rejects.toThrow('enough')
    expect(server.sent[1]?.signal?.aborted).toBe(true)
  })

  test('are aborted when onProgress throws, which is an error as any other', async () => {
    const server = of((sent, index) => (index === 0 ? listing(nodes(9))(sent) : silence))
    const onProgress = () => {
      throw new Error('no bar')
    }
    const pages = await collect(runPages({ project: 'a/b', pageSize: 3, onProgress })(server.client))
    expect(pages).toMatchObject([
      { left: { _tag: 'InvalidQuery', message: 'Invalid query: onProgress threw an error: no bar.' } },
    ])
    expect(server.sent[1]?.signal?.aborted).toBe(true)
  })

  test('of a loop leave no listener on the signal', async () => {
    const { signal } = new AbortController()
    let listeners = 0
    signal.addEventListener = () => {
      listeners += 1
    }
    signal.removeEventListener = () => {
      listeners -= 1
    }
    await collect(runPages({ project, pageSize: 5, signal })(client()))
    expect(listeners).toBe(0)
  })
})

describe('loops', () => {
  test('over one iterable start again each', async () => {
    const pages = runPages({ project, pageSize: 10 })(client())
    expect(idsOf(await collect(pages))).toEqual(idsOf(await collect(pages)))
  })

  test('over one iterable do not disturb each other, nested or side by side', async () => {
    const pages = runPages({ project, pageSize: 10 })(client())
    const pairs: Array<string> = []
    for await (const outer of pages)
      for await (const inner of pages) pairs.push(`${rightOf(outer).index}${rightOf(inner).index}`)
    expect(pairs).toEqual(['00', '01', '02', '10', '11', '12', '20', '21', '22'])
    const both = await Promise.all([collect(pages), collect(pages)])
    expect(both.map((one) => idsOf(one).length)).toEqual([25, 25])
  })
})

describe('an error', () => {
  test('is the last thing that comes, after the pages that went well', async () => {
    sandbox.faults.add({ kind: 'status', status: 404, when: { page: 3 } })
    const pages = await collect(runPages({ project, pageSize: 5 })(client()))
    expect(pages.map(({ _tag }) => _tag)).toEqual(['Right', 'Right', 'Left'])
  })

  test('comes without a request where the query makes no sense', async () => {
    for (const [tag, query] of [
      ['InvalidQuery', { project, limit: 0 }],
      ['InvalidPath', { project: 'a/b/c' }],
    ] as const) {
      const pages = await collect(runPages(query)(client()))
      expect(pages.length).toBe(1)
      failsWith(tag, pages[0] as E.Either<LoadError, Page>)
    }
    expect(sandbox.requests.length).toBe(0)
  })

  test.each([
    ['the server repeats the cursor that it was sent', ['a', 'a']],
    ['cursors go in a circle', ['a', 'b', 'a']],
    ['there is more and no cursor', [null]],
    ['the cursor is empty', ['']],
  ])('is CursorStuck where %s', async (_, cursors) => {
    let number = 0
    const server = of((_, index) => {
      number += 1
      const edges = [{ node: runNode(number) }]
      return runsAnswer({ edges, pageInfo: { endCursor: cursors[index % cursors.length], hasNextPage: true } }, 9)
    })
    const pages = await collect(runPages({ project: 'a/b' })(server.client))
    const error = failsWith('CursorStuck', pages.at(-1) as E.Either<LoadError, Page>)
    expect(error.page).toBe(cursors.length - 1)
    // What the last page brought is not lost.
    expect(idsOf(pages.slice(0, -1)).length).toBe(cursors.length)
    expect(server.sent.length).toBe(cursors.length)
  })

  test('is CursorStuck where the server goes back to where the load began', async () => {
    const page = { edges: [{ node: runNode(1) }], pageInfo: { endCursor: 'start', hasNextPage: true } }
    const server = of(() => runsAnswer(page, 9))
    const pages = await collect(runPages({ project: 'a/b', after: 'start' })(server.client))
    expect(failsWith('CursorStuck', pages[1] as E.Either<LoadError, Page>).cursor).toBe('start')
  })

  test.each([
    ['nothing', () => []],
    ['the same run', () => [{ node: runNode(1) }]],
  ])('is CursorStuck where the server sends %s on page after page', async (_, edges) => {
    const server = of((_, index) =>
      runsAnswer({ edges: edges(), pageInfo: { endCursor: `c${index}`, hasNextPage: true } }, 9),
    )
    const pages = await collect(runPages({ project: 'a/b' })(server.client))
    failsWith('CursorStuck', pages.at(-1) as E.Either<LoadError, Page>)
    expect(server.sent.length).toBeLessThan(120)
  })

  test('is none where an empty page is between full ones', async () => {
    sandbox.faults.add({ kind: 'empty-page', when: { page: 2, times: 1 } })
    const pages = await collect(runPages({ project, pageSize: 10 })(client()))
    expect(pages.map((page) => rightOf(page).runs.length)).toEqual([10, 0, 10, 5])
    expect(new Set(idsOf(pages)).size).toBe(25)
  })

  test.each([
    ['runs are null', runsAnswer(null, 3)],
    ['runs are missing', runsAnswer(undefined, 3)],
    ['runs are a text', runsAnswer('text', 3)],
    ['edges are none', runsAnswer({ edges: 7 }, 3)],
    ['the number is missing', runsAnswer(connection([]))],
    ['the project is a list', { data: { project: [] } }],
  ])('is ResponseMalformed where %s', async (_, answer) => {
    failsWith('ResponseMalformed', (await collect(runPages({ project: 'a/b' })(of(() => answer).client)))[0] as never)
  })

  test('is ResponseMalformed where a later page is null', async () => {
    const server = of((sent, index) => (index === 0 ? listing(nodes(4))(sent) : runsAnswer(null)))
    const pages = await collect(runPages({ project: 'a/b', pageSize: 2 })(server.client))
    failsWith('ResponseMalformed', pages[1] as E.Either<LoadError, Page>)
  })

  test('is NotFound where the project is not there, or goes away', async () => {
    const gone = of((sent, index) => (index === 0 ? listing(nodes(4))(sent) : { data: { project: null } }))
    const pages = await collect(runPages({ project: 'a/b', pageSize: 2 })(gone.client))
    expect(failsWith('NotFound', pages[1] as E.Either<LoadError, Page>).path).toBe('a/b')
  })
})

describe('the signal', () => {
  const endingWith = async (server: ReturnType<typeof of>, signal: AbortSignal) =>
    (await collect(runPages({ project: 'a/b', pageSize: 2, signal })(server.client))).at(-1) as E.Either<
      LoadError,
      Page
    >

  test('ends a load before its first request', async () => {
    const server = of(listing(nodes(4)))
    failsWith('Aborted', await endingWith(server, AbortSignal.abort()))
    expect(server.sent.length).toBe(0)
  })

  test('ends a load during a request', async () => {
    failsWith(
      'Aborted',
      await endingWith(
        of(() => silence),
        AbortSignal.timeout(10),
      ),
    )
  })

  test('ends a load even where the next page is there already', async () => {
    const controller = new AbortController()
    const server = of(listing(nodes(20)))
    const seen: Array<string> = []
    for await (const page of runPages({ project: 'a/b', pageSize: 2, signal: controller.signal })(server.client)) {
      seen.push(page._tag)
      await tick(5)
      controller.abort()
    }
    expect(seen).toEqual(['Right', 'Left'])
    expect(server.sent.length).toBe(2)
  })

  test('of one loop does not end another', async () => {
    const controller = new AbortController()
    const one = client()
    const [ended, whole] = await Promise.all([
      collect(runPages({ project, pageSize: 2, signal: controller.signal, onProgress: () => controller.abort() })(one)),
      collect(runPages({ project, pageSize: 2 })(one)),
    ])
    failsWith('Aborted', ended.at(-1) as E.Either<LoadError, Page>)
    expect(idsOf(whole).length).toBe(25)
  })
})
