import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import { countRuns, type LoadedRuns, loadRuns, makeClient, type Progress, type RunsQuery } from 'wandb-run-ops/loader'
import type { Run } from 'wandb-run-ops/types'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { connection, listing, runNode, runsAnswer } from '../servers/nodes.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'
import { virtualTime } from '../servers/virtualTime.ts'

const project = 'synthetic/training'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: [], synthetic: { project: 'training', runs: 60 } })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.resetRequests()
  sandbox.faults.clear()
})

const client = () => quick(sandbox.url, sandbox.apiKey)
const load = async (query: RunsQuery = {}) => rightOf(await loadRuns({ project, pageSize: 10, ...query })(client())())
const sizes = () => sandbox.requests.map(({ variables }) => variables['first'])
const nodes = (count: number, more: object = {}) => Array.from({ length: count }, (_, i) => runNode(i, more))
const of = (...args: Parameters<typeof scripted>) => {
  const server = scripted(...args)
  return { client: makeClient({ ...virtualTime(), fetch: server.fetch }), sent: server.sent }
}

describe('a load', () => {
  test('returns all runs in order, and accounts for them', async () => {
    const { runs, ...rest } = await load()
    expect(new Set(runs.map(({ storageId }) => storageId)).size).toBe(60)
    expect(runs.map(({ createdAt }) => createdAt.getTime())).toEqual(
      runs.map(({ createdAt }) => createdAt.getTime()).sort((a, b) => a - b),
    )
    expect(rest).toEqual({
      totalCount: 60,
      failures: [],
      duplicates: 0,
      skipped: 0,
      skippedInside: { artifactVersions: 0, files: 0 },
      complete: true,
      cursor: expect.any(String),
    })
  })

  test('takes the path of a project, and returns default runs', async () => {
    const loaded = await loadRuns(project)(client())()
    expectTypeOf(rightOf(loaded)).toEqualTypeOf<LoadedRuns<Run>>()
    expect(rightOf(loaded)).toEqual(await load({ pageSize: undefined }))
  })

  test('has the cursor to continue after its limit', async () => {
    const { runs } = await load()
    const { cursor } = await load({ limit: 13 })
    expect((await load({ after: cursor })).runs).toEqual(runs.slice(13))
  })

  test('returns the same whatever the page size', async () => {
    const { runs } = await load()
    for (const pageSize of [1, 7, 59, 60, 61, 1000]) expect((await load({ pageSize })).runs).toEqual(runs)
  })

  test('returns all where the server brings fewer than a page', async () => {
    const stingy = await startSandbox({ records: [], maxPageSize: 7, synthetic: { project: 'training', runs: 60 } })
    const loaded = rightOf(await loadRuns({ project, pageSize: 50 })(quick(stingy.url, stingy.apiKey))())
    expect([loaded.runs.length, loaded.complete, stingy.requests.length]).toEqual([60, true, 9])
    await stingy.close()
  })

  test('returns an array that is the caller’s own', async () => {
    const { runs } = await load()
    expect(runs.reverse().length).toBe(60)
  })

  test('returns nothing, completely, where nothing matches', async () => {
    expect(await load({ filters: { name: 'none' } })).toMatchObject({ runs: [], totalCount: 0, complete: true })
  })

  test('starts again each time it is run', async () => {
    const task = loadRuns({ project, pageSize: 30 })(client())
    expect(rightOf(await task())).toEqual(rightOf(await task()))
    expect(sandbox.requests.length).toBe(4)
  })

  test('sends filters and order as they are', async () => {
    const filters = { $or: [{ display_name: 'x' }, { 'config.lr': { $gt: 0.1, $ne: null } }] }
    await load({ filters, order: '-summary_metrics.val/loss' })
    expect(sandbox.requests[0]?.variables).toMatchObject({
      filters: JSON.stringify(filters),
      order: '-summary_metrics.val/loss',
      after: null,
      entity: 'synthetic',
      project: 'training',
    })
  })

  test('goes through the client’s defaults, and asks for the entity once for all pages of a load', async () => {
    const one = quick(sandbox.url, sandbox.apiKey, { project: 'training' })
    rightOf(await loadRuns({ pageSize: 30 })(one)())
    expect(sandbox.requests.map(({ operationName }) => operationName)).toEqual(['DefaultEntity', 'Runs', 'Runs'])
  })

  test('asks for the entity once for all loads of a client, but again after a failure', async () => {
    const one = quick(sandbox.url, sandbox.apiKey, { project: 'training', maxRetries: 0 })
    sandbox.faults.add({ kind: 'status', status: 503, when: { operation: 'DefaultEntity', times: 1 } })
    failsWith('HttpFailed', await loadRuns({ limit: 1 })(one)())
    for (let times = 0; times < 3; times += 1) rightOf(await loadRuns({ limit: 1 })(one)())
    rightOf(await countRuns({})(one)())
    const asked = sandbox.requests.filter(({ operationName }) => operationName === 'DefaultEntity')
    expect(asked.length).toBe(2)
  })

  test('returns the reason where a page cannot be loaded', async () => {
    sandbox.faults.add({ kind: 'graphql-errors', messages: ['too complex'], partial: true, when: { page: 3 } })
    const error = failsWith('GraphqlRefused', await loadRuns({ project, pageSize: 10 })(client())())
    expect(error.errors[0]?.message).toBe('too complex')
    expect(error.partial).toMatchObject({ project: { runs: {} } })
  })

  test('does not end at a fault that passes', async () => {
    sandbox.faults.add({ kind: 'reset', when: { page: 2, times: 1 } })
    sandbox.faults.add({ kind: 'truncate', when: { page: 3, times: 1 } })
    sandbox.faults.add({ kind: 'html', when: { page: 4, times: 1 } })
    sandbox.faults.add({ kind: 'rate-limit', retryAfter: 0, when: { page: 5, times: 1 } })
    sandbox.faults.add({ kind: 'bare-nan', when: { page: 6 } })
    sandbox.faults.add({ kind: 'empty-page', when: { page: 6, times: 1 } })
    expect(await load()).toMatchObject({ complete: true, totalCount: 60, duplicates: 0 })
  })
})

describe('cursors of runs', () => {
  const asksForCursors = (query: string): boolean => query.includes('edges { cursor')

  test('are asked for with the first page alone, where the server reports where pages end', async () => {
    const { client: server, sent } = of(listing(nodes(30)))
    await loadRuns({ project: 'a/b', pageSize: 10 })(server)()
    expect(sent.map(({ query }) => asksForCursors(query))).toEqual([true, false, false])
  })

  test('are asked for with every page, and followed, where it does not', async () => {
    const all = nodes(30)
    const { client: server, sent } = of(({ variables }) => {
      const start = Number(variables['after'] ?? 0)
      const edges = all.slice(start, start + 10).map((node, index) => ({ cursor: String(start + index + 1), node }))
      return runsAnswer({ edges, pageInfo: { endCursor: null, hasNextPage: start < 20 } }, 30)
    })
    const { runs, complete } = rightOf(await loadRuns({ project: 'a/b', pageSize: 10 })(server)())
    expect([runs.length, complete]).toEqual([30, true])
    expect(sent.map(({ query }) => asksForCursors(query))).toEqual([true, true, true])
  })

  test('are asked for with every page, where a limit may leave one in its middle', async () => {
    const { client: server, sent } = of(listing(nodes(30)))
    await loadRuns({ project: 'a/b', pageSize: 10, limit: 25 })(server)()
    expect(sent.map(({ query }) => asksForCursors(query))).toEqual([true, true, true])
  })
})

describe('accounting', () => {
  test('names the place and the reason of every run that cannot be read, and returns the others', async () => {
    const shapes = ['config-number', 'created-at', 'no-name', 'tags-string', 'summary-text', 'node-string'] as const
    for (const [index, shape] of shapes.entries())
      sandbox.faults.add({ kind: 'malformed-run', shape, indexes: [index], when: { page: 2 } })
    const { runs, failures, complete } = await load()
    expect([runs.length, complete]).toEqual([54, true])
    expect(failures.map(({ path, page, index }) => [path[0], page, index])).toEqual([
      ['config', 1, 0],
      ['createdAt', 1, 1],
      ['id', 1, 2],
      ['tags', 1, 3],
      ['summary', 1, 4],
      [undefined, 1, 5],
    ])
  })

  test('counts null edges and null nodes as skipped', async () => {
    sandbox.faults.add({ kind: 'null-edges', indexes: [0, 9], when: { page: 1 } })
    sandbox.faults.add({ kind: 'null-nodes', indexes: [3], when: { page: 6 } })
    const { runs, skipped, complete } = await load()
    expect([runs.length, skipped, complete]).toEqual([57, 3, true])
  })

  test('takes what is no edge for a run that cannot be read', async () => {
    const page = { pageInfo: {}, edges: [{ node: runNode(1) }, 7, 'run', []] }
    const { runs, failures, skipped } = rightOf(
      await loadRuns({ project: 'a/b' })(of(() => runsAnswer(page, 4)).client)(),
    )
    expect([runs.length, failures.length, skipped]).toEqual([1, 3, 0])
  })

  test('has an unknown user for null', async () => {
    sandbox.faults.add({ kind: 'null-user', indexes: [0], when: { page: 1 } })
    const { runs, failures } = await load()
    expect([runs.length, failures]).toEqual([60, []])
  })

  test('is complete with more runs than there were in the beginning', async () => {
    const growing = await startSandbox({ records: [], synthetic: { project: 'training', runs: 20 } })
    growing.faults.add({ kind: 'new-run', count: 2, when: { page: 2, times: 1 } })
    const loaded = rightOf(await loadRuns({ project, pageSize: 10 })(quick(growing.url, growing.apiKey))())
    expect([loaded.totalCount, loaded.runs.length, loaded.complete]).toEqual([20, 22, true])
    await growing.close()
  })

  test('is not complete where the server sends fewer runs than it counted', async () => {
    const { client: short } = of(() => runsAnswer(connection(nodes(2)), 3))
    expect(rightOf(await loadRuns({ project: 'a/b' })(short)())).toMatchObject({ totalCount: 3, complete: false })
  })

  test('is not complete where nothing reports whether there is more, and there is', async () => {
    const { client: silent } = of(() => runsAnswer({ edges: [{ node: runNode(1) }] }, 3))
    expect(rightOf(await loadRuns({ project: 'a/b' })(silent)()).complete).toBe(false)
  })

  test('is complete after a cursor where it reaches the end', async () => {
    const { client: server } = of(listing(nodes(10)))
    const loaded = rightOf(await loadRuns({ project: 'a/b', after: '6' })(server)())
    expect([loaded.runs.length, loaded.complete]).toEqual([4, true])
  })

  // Three runs that are created between two pages push the last three of a page onto the next.
  test('of 600 runs finds one that is malformed and three that come twice, and misses none', async () => {
    const synthetic = { project: 'training', runs: 600 }
    const clock = () => new Date('2030-01-01')
    const big = await startSandbox({ records: [], paging: 'offset', clock, synthetic })
    big.faults.add({ kind: 'malformed-run', shape: 'config-number', indexes: [17], when: { page: 4 } })
    big.faults.add({ kind: 'new-run', count: 3, when: { page: 5, times: 1 } })
    const loaded = rightOf(
      await loadRuns({ project, pageSize: 50, order: '-created_at' })(quick(big.url, big.apiKey))(),
    )
    const { runs, failures, duplicates, totalCount, complete } = loaded
    expect([runs.length + failures.length, duplicates, totalCount, complete]).toEqual([600, 3, 600, true])
    expect(new Set(runs.map(({ storageId }) => storageId)).size).toBe(599)
    expect(failures).toMatchObject([
      { path: ['config'], expected: 'JSON object', actual: 'number', page: 3, index: 17 },
    ])
    const runId = failures[0]?.runId
    expect([typeof runId, runs.some(({ id }) => id === runId)]).toEqual(['string', false])
    await big.close()
  })
})

describe('a limit', () => {
  test.each([
    [1, [1]],
    [9, [9]],
    [10, [10]],
    [11, [10, 1]],
    [25, [10, 10, 5]],
    [60, [10, 10, 10, 10, 10, 10]],
    [100, [10, 10, 10, 10, 10, 10]],
  ])('of %i asks for pages of %j', async (limit, asked) => {
    const { runs, complete } = await load({ limit })
    expect([runs.length, sizes(), complete]).toEqual([Math.min(limit, 60), asked, limit >= 60])
  })

  test('returns the first of the whole', async () => {
    const { runs } = await load()
    expect((await load({ limit: 23 })).runs).toEqual(runs.slice(0, 23))
  })

  test('is kept with a server that ignores how many it is asked for', async () => {
    const { client: generous, sent } = of(({ variables, ...rest }) =>
      listing(nodes(40))({ ...rest, variables: { ...variables, first: 15 } }),
    )
    const { runs, complete } = rightOf(await loadRuns({ project: 'a/b', limit: 20 })(generous)())
    expect([runs.map(({ id }) => id), complete, sent.length]).toEqual([
      Array.from({ length: 20 }, (_, i) => `run${i}`),
      false,
      2,
    ])
  })

  test('counts runs, not failures, places with null or duplicates', async () => {
    sandbox.faults.add({ kind: 'malformed-run', shape: 'config-number', indexes: [0, 1], when: { page: 1 } })
    sandbox.faults.add({ kind: 'null-nodes', indexes: [2, 3], when: { page: 1 } })
    const { runs, failures, skipped } = await load({ limit: 20 })
    expect([runs.length, failures.length, skipped]).toEqual([20, 2, 2])
    expect(sizes()).toEqual([10, 10, 4])
  })

  test('beyond what GraphQL can count is no problem', async () => {
    expect((await load({ limit: 2 ** 40, pageSize: 100 })).runs.length).toBe(60)
  })
})

describe('the page size', () => {
  test('grows while the server is fast, without an explicit pageSize', async () => {
    const { client: fast, sent } = of(listing(nodes(2000)))
    expect(rightOf(await loadRuns({ project: 'a/b' })(fast)()).complete).toBe(true)
    expect(sent.map(({ variables }) => variables['first'])).toEqual([100, 400, 1000, 1000])
  })

  test('does not grow with one that takes its time', async () => {
    const time = virtualTime()
    const all = nodes(600)
    const { fetch, sent } = scripted((one) => {
      time.pass(Number(one.variables['first']) * 20)
      return listing(all)(one)
    })
    const { runs } = rightOf(await loadRuns({ project: 'a/b' })(makeClient({ ...time, fetch }))())
    expect(runs.length).toBe(600)
    expect(Math.max(...sent.map(({ variables }) => Number(variables['first'])))).toBe(100)
  })

  test('is halved after a failure, and recovers after three good answers', async () => {
    sandbox.faults.add({ kind: 'status', status: 504, when: { page: 2, times: 2 } })
    expect((await load()).complete).toBe(true)
    expect(sizes()).toEqual([10, 10, 5, 2, 2, 2, 4, 4, 4, 8, 8, 8, 10])
  })

  test('is halved after a timeout', async () => {
    // One of its own, since the late answer is logged when this test is over.
    const slow = await startSandbox({ records: [], synthetic: { project: 'training', runs: 60 } })
    slow.faults.add({ kind: 'latency', ms: 400, when: { page: 1, times: 1 } })
    const impatient = quick(slow.url, slow.apiKey, { timeoutMs: 100 })
    rightOf(await loadRuns({ project, pageSize: 40, limit: 20, fields: [] })(impatient)())
    expect(slow.requests.map(({ variables }) => variables['first']).slice(0, 2)).toContain(10)
    await slow.close()
  })

  test('is not halved after a rate limit', async () => {
    sandbox.faults.add({ kind: 'rate-limit', retryAfter: 0, when: { page: 2, times: 1 } })
    await load({ pageSize: 30 })
    expect(sizes()).toEqual([30, 30, 30])
  })

  test('finds the size that a server can bear', async () => {
    const all = nodes(40)
    const { client: weak, sent } = of((one) =>
      Number(one.variables['first']) > 8 ? new Response('', { status: 502 }) : listing(all)(one),
    )
    const { runs, complete } = rightOf(await loadRuns({ project: 'a/b' })(weak)())
    expect([runs.length, complete]).toEqual([40, true])
    expect(sent.length).toBeLessThan(25)
  })

  test('of one that still fails ends in the error', async () => {
    const { client: broken, sent } = of(() => new Response('', { status: 502 }))
    expect(failsWith('HttpFailed', await loadRuns({ project: 'a/b', pageSize: 4 })(broken)()).status).toBe(502)
    expect(sent.map(({ variables }) => variables['first'])).toEqual([4, 2, 1, 1, 1, 1, 1, 1, 1])
  })
})

describe('artifact versions', () => {
  const fields = ['loggedArtifactVersions', 'usedArtifactVersions'] as const
  const start = (synthetic: object) =>
    startSandbox({
      records: [],
      synthetic: { project: 'training', runs: 40, configKeys: 1, summaryKeys: 1, ...synthetic },
    })

  test('are all there, 350 of one run among others', async () => {
    const server = await start({ artifactsOf: { 3: 350 }, artifactsPerRun: 1 })
    const { runs, complete } = rightOf(await loadRuns({ project, fields })(quick(server.url, server.apiKey))())
    expect(runs.map(({ loggedArtifactVersions }) => loggedArtifactVersions.length)).toEqual(
      Array.from({ length: 40 }, (_, index) => (index === 3 ? 350 : 1)),
    )
    expect([complete, server.requests.length]).toEqual([true, 3])
    await server.close()
  })

  test('of many runs with more than 50 each take few requests', async () => {
    const server = await start({ artifactsPerRun: 60, usedArtifactsPerRun: 70 })
    const progress: Array<Progress> = []
    const { runs } = rightOf(
      await loadRuns({ project, fields, pageSize: 20, onProgress: (one) => progress.push(one) })(
        quick(server.url, server.apiKey),
      )(),
    )
    expect(runs.every(({ loggedArtifactVersions }) => loggedArtifactVersions.length === 60)).toBe(true)
    expect(runs.slice(2).every(({ usedArtifactVersions }) => usedArtifactVersions.length === 70)).toBe(true)
    expect(server.requests.length).toBeLessThan(10)
    const loaded = progress.flatMap((one) => (one.phase === 'artifactVersions' ? [one.loaded] : []))
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b))
    expect(loaded.at(-1)).toBe(
      runs.reduce((sum, run) => sum + run.loggedArtifactVersions.length + run.usedArtifactVersions.length, 0),
    )
    await server.close()
  })

  test('that do not come to an end make a failure of their run alone', async () => {
    const server = await start({ artifactsOf: { 3: 80, 5: 80 }, artifactsPerRun: 1 })
    server.faults.add({ kind: 'stuck-cursor', connection: 'outputArtifacts', when: { operation: 'RunArtifacts' } })
    const { runs, failures, complete } = rightOf(
      await loadRuns({ project, fields })(quick(server.url, server.apiKey))(),
    )
    expect([runs.length, complete]).toEqual([38, true])
    expect(failures).toMatchObject([3, 5].map((index) => ({ path: ['loggedArtifactVersions'], page: 0, index })))
    await server.close()
  })

  test('that are null or drafts are skipped and counted', async () => {
    const server = await start({ artifactsPerRun: 3 })
    server.faults.add({ kind: 'null-nodes', connection: 'outputArtifacts', indexes: [1] })
    const { runs, skipped, skippedInside } = rightOf(
      await loadRuns({ project, fields, limit: 10 })(quick(server.url, server.apiKey))(),
    )
    expect(runs.every(({ loggedArtifactVersions }) => loggedArtifactVersions.length === 2)).toBe(true)
    expect([skipped, skippedInside]).toEqual([0, { artifactVersions: 10, files: 0 }])
    await server.close()
  })
})

describe('progress', () => {
  const progressOf = async (query: RunsQuery) => {
    const seen: Array<Progress> = []
    await load({ ...query, onProgress: (one) => seen.push(one) })
    return seen
  }

  test('comes after every page', async () => {
    expect(await progressOf({ pageSize: 25 })).toEqual(
      [25, 50, 60].map((loaded) => ({ phase: 'runs', loaded, total: 60 })),
    )
  })

  test('counts failures and places with null, and reaches its total', async () => {
    sandbox.faults.add({ kind: 'malformed-run', shape: 'config-number', when: { page: 1 } })
    sandbox.faults.add({ kind: 'null-nodes', when: { page: 2 } })
    expect((await progressOf({ pageSize: 30 })).at(-1)).toEqual({ phase: 'runs', loaded: 60, total: 60 })
  })

  test('has the limit for its total where that is less', async () => {
    expect((await progressOf({ limit: 15 })).map(({ total }) => total)).toEqual([15, 15])
  })
})

describe('two loads on one client', () => {
  test('do not disturb each other', async () => {
    const one = client()
    sandbox.faults.add({ kind: 'status', status: 500, when: { times: 3 } })
    const results = await Promise.all([
      loadRuns({ project, pageSize: 7 })(one)(),
      loadRuns({ project, pageSize: 13, order: '-created_at' })(one)(),
    ])
    const [up, down] = results.map((result) => rightOf(result).runs.map(({ id }) => id))
    expect(up).toEqual(down?.reverse())
    expect(up?.length).toBe(60)
  })

  test('wait for the rate limit together', async () => {
    const time = virtualTime()
    const all = nodes(4)
    const limited = scripted((one, index) =>
      index < 2
        ? Response.json(listing(all)(one), { headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '5' } })
        : listing(all)(one),
    )
    const one = makeClient({ ...time, fetch: limited.fetch })
    const started = time.now()
    const results = await Promise.all([1, 2].map(() => loadRuns({ project: 'a/b', pageSize: 2 })(one)()))
    expect(results.map((result) => rightOf(result).runs.length)).toEqual([4, 4])
    expect(time.now() - started).toBeGreaterThanOrEqual(5000)
  })
})
