import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MalformedShape, type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { type Answer, ask, pages, RUNS, send } from './client.ts'

const WHERE = { project: 'training', entity: 'synthetic' }
const SYNTHETIC = { runs: 9, configKeys: 2, summaryKeys: 2 }

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ records: [], synthetic: SYNTHETIC })
})
afterEach(() => sandbox.close())

const runs = (variables: Record<string, unknown> = {}): Promise<Response> =>
  send(sandbox, RUNS, { ...WHERE, first: 3, ...variables })
const answer = async (): Promise<Answer> => (await runs()).json()
const edges = async (): Promise<Answer[]> => (await answer()).data.project.runs.edges

test('latency delays the response', async () => {
  sandbox.faults.add({ kind: 'latency', ms: 80 })
  const started = performance.now()
  expect((await runs()).status).toBe(200)
  expect(performance.now() - started).toBeGreaterThanOrEqual(75)
})

test('a slow body arrives complete, in chunks', async () => {
  sandbox.faults.add({ kind: 'slow-body', ms: 80, chunks: 4 })
  const response = await runs()
  const started = performance.now()
  expect(((await response.json()) as Answer).data.project.runCount).toBe(9)
  expect(performance.now() - started).toBeGreaterThanOrEqual(30)
})

test('429 is sent with or without Retry-After', async () => {
  sandbox.faults.add({ kind: 'rate-limit', retryAfter: 2, when: { nth: 1 } })
  sandbox.faults.add({ kind: 'rate-limit', when: { nth: 2 } })
  const first = await runs()
  expect([first.status, first.headers.get('retry-after')]).toEqual([429, '2'])
  const second = await runs()
  expect([second.status, second.headers.get('retry-after')]).toEqual([429, null])
  expect((await runs()).status).toBe(200)
})

test('any status can have a JSON, HTML or other body', async () => {
  sandbox.faults.add({ kind: 'status', status: 503, when: { times: 1 } })
  const first = await runs()
  expect([first.status, first.headers.get('content-type')]).toEqual([503, 'application/json'])
  sandbox.faults.clear()
  sandbox.faults.add({ kind: 'status', status: 403, body: 'html', headers: { 'x-test': '1' } })
  const second = await runs()
  expect([second.status, (await second.text()).slice(0, 15), second.headers.get('x-test')]).toEqual([
    403,
    '<!DOCTYPE html>',
    '1',
  ])
  sandbox.faults.clear()
  sandbox.faults.add({ kind: 'status', status: 500, body: { error: 'db' } })
  expect(await (await runs()).json()).toEqual({ error: 'db' })
})

test('a reset closes the connection in the middle of the body', async () => {
  sandbox.faults.add({ kind: 'reset' })
  const outcome = runs().then((response) => response.text())
  await expect(outcome).rejects.toThrow()
  expect(sandbox.requests.at(-1)).toMatchObject({ status: 0, faults: ['reset'] })
})

test('truncated JSON ends early without a connection error', async () => {
  sandbox.faults.add({ kind: 'truncate', after: 40 })
  const text = await (await runs()).text()
  expect(text).toHaveLength(40)
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
})

test('HTML is sent with status 200', async () => {
  sandbox.faults.add({ kind: 'html' })
  const response = await runs()
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
})

test('GraphQL errors are sent with partial data or without data', async () => {
  sandbox.faults.add({ kind: 'graphql-errors', messages: ['slow down'], partial: true, when: { nth: 1 } })
  sandbox.faults.add({ kind: 'graphql-errors', when: { nth: 2 } })
  const partial = await answer()
  expect([partial.errors[0].message, partial.data.project.runCount]).toEqual(['slow down', 9])
  expect(await answer()).toMatchObject({ errors: [{ path: ['project'] }], data: null })
})

test('nodes, edges and users can be null', async () => {
  sandbox.faults.add({ kind: 'null-nodes', indexes: [1], when: { nth: 1 } })
  expect((await edges()).map((edge) => edge.node === null)).toEqual([false, true, false])
  sandbox.faults.clear()
  sandbox.faults.add({ kind: 'null-edges', indexes: [0, 2] })
  expect((await edges()).map((edge) => edge === null)).toEqual([true, false, true])
  sandbox.faults.clear()
  sandbox.faults.add({ kind: 'null-user' })
  expect((await edges()).map((edge) => edge.node.user === null)).toEqual([true, false, false])
})

test('a fault finds its connection through an alias and inside a fragment', async () => {
  sandbox.faults.add({ kind: 'null-user' })
  const { data } = await ask(
    sandbox,
    `query Q { project(name: "training", entityName: "synthetic") { page: runs(first: 1) { edges { node { ...F } } } } } fragment F on Run { who: user { username } }`,
  )
  expect(data.project.page.edges[0].node).toEqual({ who: null })
})

test.each<[MalformedShape, (node: Answer) => unknown, unknown]>([
  ['config-number', (node) => node.config, 42],
  ['created-at', (node) => Number.isNaN(Date.parse(node.createdAt)), true],
  ['no-name', (node) => 'name' in node, false],
  ['tags-string', (node) => node.tags, 'baseline'],
  ['summary-text', (node) => node.summaryMetrics.endsWith(', '), true],
  ['node-string', (node) => node, 'run'],
])('a run can be malformed: %s', async (shape, read, wanted) => {
  sandbox.faults.add({ kind: 'malformed-run', shape, indexes: [1] })
  const [first, second] = await edges()
  expect(read(second.node)).toEqual(wanted)
  expect(read(first.node)).not.toEqual(wanted)
})

test('a bare NaN appears in the outer body', async () => {
  sandbox.faults.add({ kind: 'bare-nan' })
  const text = await (await runs()).text()
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
  expect(JSON.parse(text.replace('NaN', '0')).data.project.runCount).toBe(9)
})

test('a stuck cursor returns the same page again and again', async () => {
  sandbox.faults.add({ kind: 'stuck-cursor' })
  const found = await pages(sandbox, { ...WHERE, first: 3 })
  expect(found).toHaveLength(50)
  expect(found[2]).toEqual(found[1])
  expect(found[0]).not.toEqual(found[1])
})

test('an empty page before more pages loses nothing', async () => {
  const whole = (await pages(sandbox, { ...WHERE, first: 3 })).flat()
  for (const page of [1, 2]) {
    sandbox.faults.add({ kind: 'empty-page', when: { page, times: 1 } })
    const found = await pages(sandbox, { ...WHERE, first: 3 })
    expect(found[page - 1]).toEqual([])
    expect(found.flat()).toEqual(whole)
  }
})

test('a run created between two pages shifts an offset listing only', async () => {
  const shifted = async (paging: 'key' | 'offset'): Promise<string[]> => {
    const server = await startSandbox({ records: [], synthetic: SYNTHETIC, paging })
    server.faults.add({ kind: 'new-run', when: { page: 2, times: 1 } })
    const found = (await pages(server, { ...WHERE, first: 3, order: '-created_at' })).flat()
    await server.close()
    return found
  }
  const offset = await shifted('offset')
  expect([offset.length, new Set(offset).size]).toEqual([10, 9])
  const key = await shifted('key')
  expect([key.length, new Set(key).size]).toEqual([9, 9])
})

test('a redirect points to the given URL', async () => {
  sandbox.faults.add({ kind: 'redirect', to: 'http://127.0.0.1:1/graphql', status: 302 })
  const response = await send(sandbox, RUNS, WHERE, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([302, 'http://127.0.0.1:1/graphql'])
})

test('headers can be added to a response', async () => {
  sandbox.faults.add({ kind: 'headers', headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '1' } })
  const response = await runs()
  expect([response.status, response.headers.get('ratelimit-remaining')]).toEqual([200, '0'])
})

test('a fault is limited to its operation, nth request, page and number of times', async () => {
  const statuses = async (count: number): Promise<number[]> => {
    const found: number[] = []
    for (let index = 0; index < count; index += 1) found.push((await runs()).status)
    return found
  }
  sandbox.faults.add({ kind: 'status', status: 500, when: { operation: 'Other' } })
  expect(await statuses(2)).toEqual([200, 200])
  sandbox.faults.clear()
  sandbox.faults.add({ kind: 'status', status: 500, when: { operation: /^Ru/, nth: 2 } })
  expect(await statuses(3)).toEqual([200, 500, 200])
  sandbox.faults.clear()
  sandbox.faults.add({ kind: 'status', status: 500, when: { times: 2 } })
  expect(await statuses(3)).toEqual([500, 500, 200])
  sandbox.faults.clear()
  sandbox.faults.add({ kind: 'status', status: 500, when: { page: 2 } })
  const { pageInfo } = (await answer()).data.project.runs
  expect((await runs({ after: pageInfo.endCursor })).status).toBe(500)
})

test('faults can be controlled over HTTP', async () => {
  const url = `${sandbox.url}/sandbox/faults`
  const post = (body: unknown): Promise<Response> => fetch(url, { method: 'POST', body: JSON.stringify(body) })
  expect(await (await post([{ kind: 'status', status: 502, when: { operation: '/^RUNS$/i' } }])).json()).toEqual({
    ids: ['fault-1'],
  })
  expect((await runs()).status).toBe(502)
  expect(((await (await fetch(url)).json()) as Answer)[0]).toMatchObject({ id: 'fault-1', hits: 1 })
  await fetch(url, { method: 'DELETE' })
  expect((await runs()).status).toBe(200)
  expect((await post({ kind: 'nonsense' })).status).toBe(400)
  expect((await post({ kind: 'latency' })).status).toBe(400)
})

test('rate limit headers can be sent with every response', async () => {
  const limited = await startSandbox({
    records: [],
    synthetic: SYNTHETIC,
    rateLimitHeaders: { remaining: 3, reset: 10 },
  })
  const response = await send(limited, RUNS, WHERE)
  expect([response.headers.get('ratelimit-remaining'), response.headers.get('ratelimit-reset')]).toEqual(['3', '10'])
  await limited.close()
})
