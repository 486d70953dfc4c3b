import { afterAll, beforeAll, expect, test } from 'vitest'
import { addProject } from '../../../bench/server/addProject.ts'
import { ENTITY, firstRuns, runId } from '../../../bench/server/data.ts'
import { ReplayServer } from '../../../bench/server/ReplayServer.ts'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'

const ROWS = 100

let sandbox: Sandbox
let replay: ReplayServer

beforeAll(async () => {
  sandbox = await startSandbox({ records: [] })
  addProject(sandbox, {
    project: 'runs',
    runs: 200,
    configKeys: 5,
    summaryKeys: 3,
    historyRows: ROWS,
    historyMetrics: 2,
    parquetFiles: 2,
  })
  replay = new ReplayServer(sandbox, 0)
  await replay.start()
})

afterAll(async () => {
  replay.stop()
  await sandbox.close()
})

const send = async (query: string, variables: unknown = {}) => {
  const response = await fetch(`${replay.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`api:${sandbox.apiKey}`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as { readonly data: { readonly project: Readonly<Record<string, unknown>> } }
}

const LIST = `query Runs($first: Int, $filters: JSONString) { project(entityName: "${ENTITY}", name: "runs") {
  runs(first: $first, filters: $filters) { edges { node { name config summaryMetrics } } } } }`

interface RunsPage {
  readonly edges: ReadonlyArray<{
    readonly node: { readonly name: string; readonly config: string; readonly summaryMetrics: string }
  }>
}

const list = async (variables: unknown): Promise<RunsPage> =>
  (await send(LIST, variables)).data.project['runs'] as RunsPage

test('a repeated request gets the recorded bytes', async () => {
  replay.takeTraffic()
  const original = await list({ first: 3 })
  const first = replay.takeTraffic()
  const repeated = await list({ first: 3 })
  const second = replay.takeTraffic()
  expect(original.edges).toHaveLength(3)
  expect(repeated).toEqual(original)
  expect([first.unrecorded, second.unrecorded]).toEqual([first.requests, []])
  expect(second.bytes).toBe(first.bytes)
  expect(second.requests).toEqual(first.requests)
})

test('other variables make another request', async () => {
  await list({ first: 3 })
  replay.takeTraffic()
  expect((await list({ first: 4 })).edges).toHaveLength(4)
  expect(replay.takeTraffic().unrecorded).toHaveLength(1)
})

test('JSON.parse reads every run, and a config entry holds only its value', async () => {
  const { edges } = await list({ first: 200 })
  expect(edges).toHaveLength(200)
  for (const { node } of edges) {
    expect(() => JSON.parse(node.summaryMetrics)).not.toThrow()
    expect(Object.keys((JSON.parse(node.config) as Record<string, object>)['learning_rate'] ?? {})).toEqual(['value'])
  }
})

test('the filter of the first runs matches the beginning of the list', async () => {
  const { edges } = await list({ first: 200, filters: JSON.stringify(firstRuns(7)) })
  expect(edges.map(({ node }) => node.name)).toEqual(Array.from({ length: 7 }, (_, run) => runId(run)))
})

test('files are replayed too, without an API key, each byte range on its own', async () => {
  const query = `{ project(entityName: "${ENTITY}", name: "runs") {
    run(name: "${runId(0)}") { parquetHistory(liveKeys: ["_step"]) { parquetUrls } } } }`
  const { data } = await send(query)
  const { parquetUrls } = (data.project['run'] as { readonly parquetHistory: { readonly parquetUrls: string[] } })
    .parquetHistory
  expect(parquetUrls).toHaveLength(2)
  for (const url of parquetUrls) expect(url.startsWith(replay.storageUrl)).toBe(true)

  const readRange = async (range: string): Promise<string> => {
    const response = await fetch(parquetUrls[0] ?? '', { headers: { range } })
    expect(response.status).toBe(206)
    return response.text()
  }
  expect(await readRange('bytes=0-3')).toBe('PAR1')
  expect(await readRange('bytes=0-1')).toBe('PA')
})

test('nothing is compressed', async () => {
  const response = await fetch(`${replay.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`api:${sandbox.apiKey}`)}`, 'accept-encoding': 'gzip' },
    body: JSON.stringify({ query: LIST, variables: { first: 20 } }),
  })
  expect(response.headers.get('content-encoding')).toBeNull()
})
