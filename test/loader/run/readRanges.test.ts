import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Client, makeClient } from 'wandb-run-ops/loader'
import { checkQuery } from '../../../src/loader/request/checkQuery.ts'
import {
  type CollectedRuns,
  collectPages,
  emptyCollectedRuns,
  sharedProgress,
} from '../../../src/loader/run/collectPages.ts'
import { readRanges } from '../../../src/loader/run/readRanges.ts'
import { caseCount } from '../../laws/law.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { runNode } from '../servers/nodes.ts'
import { type Quirks, timeline } from '../servers/timeline.ts'
import { virtualTime } from '../servers/virtualTime.ts'

const path = { entity: 'a', project: 'b' }
const start = Date.UTC(2024, 0, 1)

/** A run that was created so many milliseconds after the start. */
const runAt = (milliseconds: number, number: number, more: object = {}) =>
  runNode(number, { createdAt: new Date(start + milliseconds).toISOString().slice(0, -1), ...more })

const idsOf = ({ items }: CollectedRuns<{ readonly storageId: string }>): ReadonlyArray<string> =>
  items.map(({ storageId }) => storageId)

interface Asked {
  readonly order?: '+created_at' | '-created_at'
  readonly filters?: object
  readonly pageSize?: number
  /** How many pages are read before the rest is cut. */
  readonly pages: number
  /** Where it is cut, in milliseconds after the start. */
  readonly cuts: ReadonlyArray<number>
}

/** Reads some pages of a list and the rest in ranges: what came before, and what of each range. */
const cut = async (client: Client, { order = '+created_at', filters = {}, pageSize = 3, pages, cuts }: Asked) => {
  const query = rightOf(await checkQuery({ order, filters: filters as never, pageSize }))
  const collected = emptyCollectedRuns<{ readonly storageId: string; readonly createdAt: Date }>()
  const seen = new Set<string>()
  const signal = new AbortController().signal
  const isEnough = () => collected.pages >= pages - 1
  await collectPages<never, never, never>(client, { path, query }, { seen, isEnough }, collected as never)
  const head = {
    order: order === '+created_at' ? ('ascending' as const) : ('descending' as const),
    collected: collected as never,
    last: collected.items.at(-1)?.createdAt ?? new Date(start),
    seen,
  }
  const moments = cuts.map((time) => new Date(start + time))
  const progress = sharedProgress(undefined)
  const parts = await readRanges(client, { path, query }, head, moments, { signal, progress, readList: collectPages })
  return { before: idsOf(collected), parts }
}

const clientOf = (nodes: Parameters<typeof timeline>[0], quirks: Quirks = {}) => {
  const server = timeline(nodes, quirks)
  return { client: makeClient({ ...virtualTime(), fetch: server.fetch, maxRetries: 1 }), sent: server.sent }
}

const every = Array.from({ length: 40 }, (_, i) => runAt(i * 700, i))
const cuts = [8000, 15_000, 21_000]

describe('ranges', () => {
  test('and what was read before are the whole list in its order, whatever was created when', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 60 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 6 }),
      fc.constantFrom('+created_at' as const, '-created_at' as const),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 4 }),
      async (times, seconds, order, pageSize, pages) => {
        const nodes = times.map((time, number) => runAt(time, number))
        const moments = seconds.toSorted((a, b) => a - b).map((second) => second * 1000)
        const { before, parts } = await cut(clientOf(nodes).client, { order, pageSize, pages, cuts: moments })
        const whole = await cut(clientOf(nodes).client, { order, pageSize, pages: 100, cuts: [] })
        const came = [...before, ...(rightOf(parts) ?? []).flatMap(idsOf)]
        return came.length === times.length && JSON.stringify(came) === JSON.stringify(whole.before)
      },
    )
    await fc.assert(property, { numRuns: caseCount(500) })
  })

  test('are several lists, four at once, and one count of all', async () => {
    let open = 0
    let most = 0
    const { client, sent } = clientOf(every, {})
    const slow: Client = {
      ...client,
      send: async (request) => {
        open += 1
        most = Math.max(most, open)
        await new Promise((resolve) => setTimeout(resolve, 5))
        open -= 1
        return client.send(request)
      },
    }
    const { parts } = await cut(slow, { pages: 2, cuts: [5000, 8000, 11_000, 15_000, 18_000, 21_000] })
    expect(rightOf(parts)?.length).toBe(7)
    expect(most).toBe(5)
    expect(sent.filter(({ operationName }) => operationName === 'RunRangeCounts').length).toBe(1)
  })

  test('keep what else is asked', async () => {
    const { client, sent } = clientOf(every)
    await cut(client, { filters: { state: 'finished' }, pages: 2, cuts })
    for (const { variables } of sent) expect(JSON.stringify(variables)).toContain('finished')
  })

  test('have no run twice that was created in the second where the first of them begins', async () => {
    const nodes = Array.from({ length: 30 }, (_, i) => runAt(Math.floor(i / 10) * 1000, i))
    const { before, parts } = await cut(clientOf(nodes).client, { pageSize: 5, pages: 3, cuts: [2000] })
    const came = [...before, ...(rightOf(parts) ?? []).flatMap(idsOf)]
    expect([came.length, new Set(came).size]).toEqual([30, 30])
    expect(rightOf(parts)?.every(({ duplicates }) => duplicates === 0)).toBe(true)
  })

  test('are one after the other while little of the rate limit is left', async () => {
    let open = 0
    let most = 0
    const { client } = clientOf(every)
    const short: Client = {
      ...client,
      rateLimit: { ...client.rateLimit, remaining: () => 0.2 },
      send: async (request) => {
        open += 1
        if (!request.body?.includes('RunRangeCounts')) most = Math.max(most, open)
        await new Promise((resolve) => setTimeout(resolve, 2))
        open -= 1
        return client.send(request)
      },
    }
    const moments = Array.from({ length: 12 }, (_, i) => 5000 + i * 1500)
    const { parts } = await cut(short, { pages: 2, cuts: moments })
    expect(rightOf(parts)?.length).toBe(13)
    // The workers that were begun end with the range that they have.
    expect(most).toBeLessThanOrEqual(5)
  })
})

test('are counted again where the counts do not add up, as when a run is created meanwhile', async () => {
  let counts = 0
  const instead: Quirks['instead'] = ({ operationName }) => {
    if (operationName !== 'RunRangeCounts') return undefined
    counts += 1
    return counts < 3
      ? { data: { project: { total: 41, range0: 10, range1: 10, range2: 10, range3: 5, range4: 5 } } }
      : undefined
  }
  const { parts } = await cut(clientOf(every, { instead }).client, { pages: 2, cuts })
  expect([counts, rightOf(parts)?.length]).toEqual([3, 4])
})

describe('nothing is taken for the whole', () => {
  const isRefused = async (quirks: Quirks, asked: Partial<Asked> = {}): Promise<boolean> =>
    rightOf((await cut(clientOf(every, quirks).client, { pages: 2, cuts, ...asked })).parts) === undefined

  test('of a server that cuts time as we do, it is', async () => {
    expect(await isRefused({})).toBe(false)
  })

  test.each([1000, -1000, 3_600_000, -3_600_000, 500])('of one whose time is %i ms off', async (shift) => {
    expect(await isRefused({ shift })).toBe(true)
    expect(await isRefused({ shift }, { order: '-created_at' })).toBe(true)
  })

  test('of one that leaves out the first time of a range', async () => {
    // 7,000 ms after the start a run was created.
    expect(await isRefused({ opens: true }, { cuts: [7000] })).toBe(true)
  })

  test('of one that does not heed when runs were created', async () => {
    expect(await isRefused({ ignores: true })).toBe(true)
  })

  test.each([
    ['refuses to count ranges', { errors: [{ message: 'too complex' }], data: null }],
    ['counts what is no number', { data: { project: { total: null } } }],
    ['counts nothing', { data: { project: null } }],
  ])('of one that %s', async (_, answer) => {
    const instead: Quirks['instead'] = ({ operationName }) => (operationName === 'RunRangeCounts' ? answer : undefined)
    expect(await isRefused({ instead })).toBe(true)
  })

  test.each([400, 404, 502])('of one that answers a range with %i', async (status) => {
    const instead: Quirks['instead'] = ({ operationName, variables }) =>
      operationName === 'Runs' && String(variables['filters']).includes('$gte')
        ? new Response('', { status })
        : undefined
    expect(await isRefused({ instead })).toBe(true)
  })

  test('where a run is gone from a range that was counted', async () => {
    const nodes = [...every]
    let counted = false
    const quirks: Quirks = {
      onPage: ({ variables }) => {
        if (!counted && String(variables['filters']).includes('2024-01-01T00:00:21')) {
          counted = true
          nodes.splice(35, 1)
        }
      },
    }
    const { parts } = await cut(clientOf(nodes, quirks).client, { pages: 2, cuts })
    expect(counted).toBe(true)
    expect(rightOf(parts)).toBeUndefined()
  })
})

describe('an error', () => {
  test('that any way of asking would meet is the result', async () => {
    const instead: Quirks['instead'] = ({ variables }) =>
      String(variables['filters']).includes('$gte') ? new Response('', { status: 401 }) : undefined
    failsWith('NoCredentials', (await cut(clientOf(every, { instead }).client, { pages: 2, cuts })).parts)
  })
})
