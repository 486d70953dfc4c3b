import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { loadRuns, makeClient, type Progress, type RunsQuery } from 'wandb-run-ops/loader'
import { failsWith, rightOf } from '../servers/either.ts'
import { runNode } from '../servers/nodes.ts'
import { type Quirks, timeline } from '../servers/timeline.ts'

const start = Date.UTC(2024, 0, 1)

/** Runs that were created every other second, two at a time. */
const nodes = Array.from({ length: 8_000 }, (_, i) =>
  runNode(i, { createdAt: new Date(start + Math.floor(i / 2) * 2000).toISOString().slice(0, -1) }),
)
const ids = nodes.map(({ id }) => id)

/** A clock that runs faster than real time, by which pages that come soon take long, or slower. */
const clock = (speed: number) => (): number => start + performance.now() * speed

const load = async (quirks: Quirks, query: RunsQuery = {}, speed = 1) => {
  const server = timeline(nodes, { delay: 120 / speed, ...quirks })
  const client = makeClient({ fetch: server.fetch, now: clock(speed), firstDelayMs: 1, maxDelayMs: 2, maxRetries: 1 })
  const loaded = await loadRuns({ project: 'a/b', pageSize: 500, fields: [], ...query })(client)()
  const ranges = server.sent.filter(({ variables }) => /\$gte|\$lt/.test(String(variables['filters'])))
  return { loaded, ranges, sent: server.sent }
}

const storageIds = ({ loaded }: Awaited<ReturnType<typeof load>>) =>
  rightOf(loaded).runs.map(({ storageId }) => storageId)

describe('a list that is waited for', () => {
  test.each([
    ['+created_at', ids],
    ['-created_at', ids.toReversed()],
  ])('is read in ranges, and is the whole in its order (%s)', async (order, expected) => {
    const progress: Array<Progress> = []
    const read = await load({}, { order, onProgress: (one) => progress.push(one) })
    expect(read.ranges.length).toBeGreaterThan(3)
    const got = storageIds(read)
    // Runs created at the same time are in the order of the server, which is by id here.
    expect(got.toSorted()).toEqual(ids.toSorted())
    expect(got.length).toBe(expected.length)
    const times = rightOf(read.loaded).runs.map(({ createdAt }) => createdAt.getTime())
    expect(times).toEqual(order === '+created_at' ? times.toSorted((a, b) => a - b) : times.toSorted((a, b) => b - a))
    const { runs, ...rest } = rightOf(read.loaded)
    expect(rest).toEqual({
      totalCount: 8_000,
      failures: [],
      duplicates: 0,
      skipped: 0,
      skippedInside: { artifactVersions: 0, files: 0 },
      complete: true,
    })
    const loaded = progress.map((one) => one.loaded)
    expect(loaded).toEqual(loaded.toSorted((a, b) => a - b))
    expect(progress.at(-1)).toEqual({ phase: 'runs', loaded: 8_000, total: 8_000 })
  })

  test.each([
    ['is off by an hour', { shift: 3_600_000 }],
    ['leaves out first moments', { opens: true }],
    ['does not heed times', { ignores: true }],
    [
      'refuses ranges',
      {
        instead: ({ variables, operationName }) =>
          operationName === 'Runs' && /\$gte|\$lt/.test(String(variables['filters']))
            ? { errors: [{ message: 'no ranges here' }] }
            : undefined,
      },
    ],
  ] satisfies ReadonlyArray<readonly [string, Quirks]>)('is whole from a server that %s', async (_, quirks) => {
    const progress: Array<Progress> = []
    const read = await load(quirks, { onProgress: (one) => progress.push(one) }, 4)
    const { runs, totalCount, duplicates, complete } = rightOf(read.loaded)
    expect(storageIds(read).toSorted()).toEqual(ids.toSorted())
    expect({ count: runs.length, totalCount, duplicates, complete }).toEqual({
      count: 8_000,
      totalCount: 8_000,
      duplicates: 0,
      complete: true,
    })
    const loaded = progress.map((one) => one.loaded)
    expect(loaded).toEqual(loaded.toSorted((a, b) => a - b))
    expect(progress.at(-1)?.loaded).toBe(8_000)
  })

  test('returns the places of failures in pages that continue', async () => {
    const broken = [100, 3_000, 7_900]
    const some = nodes.map((node, i) => (broken.includes(i) ? { ...node, tags: 7 } : node))
    const server = timeline(some, { delay: 120 })
    const client = makeClient({ fetch: server.fetch })
    const { failures, runs, complete } = rightOf(
      await loadRuns({ project: 'a/b', pageSize: 500, fields: [] })(client)(),
    )
    expect([runs.length, complete]).toEqual([7_997, true])
    expect(failures.map(({ runId }) => runId)).toEqual(broken.map((i) => nodes[i]?.['name']))
    const pages = failures.map(({ page }) => page ?? 0)
    expect(pages).toEqual(pages.toSorted((a, b) => a - b))
    expect(pages[2]).toBeGreaterThan(10)
  })

  test('ends at once with its signal', async () => {
    const controller = new AbortController()
    const onPage: Quirks['onPage'] = ({ variables }) => {
      if (/\$gte/.test(String(variables['filters']))) controller.abort()
    }
    const { loaded } = await load({ onPage }, { signal: controller.signal })
    failsWith('Aborted', loaded)
  })

  test('returns the error that any way of asking would meet', async () => {
    const instead: Quirks['instead'] = ({ variables }) =>
      /\$gte/.test(String(variables['filters'])) ? new Response('', { status: 403 }) : undefined
    failsWith('Forbidden', (await load({ instead })).loaded)
  })
})

describe('a list is read page by page', () => {
  test.each<readonly [string, RunsQuery]>([
    ['in another order', { order: '-summary_metrics.loss' }],
    ['up to a limit', { limit: 7_500 }],
    ['behind a cursor', { after: 'storage-0' }],
  ])('%s', async (_, query) => {
    const { ranges, loaded } = await load({}, query, 8)
    expect([ranges.length, rightOf(loaded).runs.length > 7_000]).toEqual([0, true])
  })

  test('where its pages are read no faster than they come', async () => {
    const slow = new t.Type<object>(
      'Slow',
      (u): u is object => typeof u === 'object',
      (u) => {
        const until = performance.now() + 0.1
        while (performance.now() < until);
        return t.success(u as object)
      },
      t.identity,
    )
    const server = timeline(nodes)
    const load = loadRuns({ project: 'a/b', pageSize: 500, fields: ['config'], decode: { config: slow } })
    expect(rightOf(await load(makeClient({ fetch: server.fetch }))()).complete).toBe(true)
    expect(server.sent.some(({ operationName }) => operationName !== 'Runs')).toBe(false)
  })

  test('where not much is to be waited for', async () => {
    // By a slow clock, so that a busy machine adds little to the wait.
    expect((await load({ delay: 40 }, {}, 0.2)).ranges).toEqual([])
  })

  test('where a place of it holds no run', async () => {
    const server = timeline(nodes, {
      delay: 120 / 8,
      instead: (_, index) =>
        index === 0
          ? {
              data: {
                project: {
                  runCount: 8_001,
                  runs: {
                    edges: [null, ...nodes.slice(0, 500).map((node) => ({ node }))],
                    pageInfo: { endCursor: 'storage-499', hasNextPage: true },
                  },
                },
              },
            }
          : undefined,
    })
    const loaded = rightOf(
      await loadRuns({ project: 'a/b', pageSize: 500, fields: [] })(
        makeClient({ fetch: server.fetch, now: clock(8) }),
      )(),
    )
    expect([loaded.runs.length, loaded.skipped, loaded.complete]).toEqual([8_000, 1, true])
    expect(server.sent.some(({ operationName }) => operationName !== 'Runs')).toBe(false)
  })
})
