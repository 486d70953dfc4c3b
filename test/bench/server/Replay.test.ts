import { afterAll, beforeAll, expect, test } from 'vitest'
import { addProject } from '../../../bench/server/addProject.ts'
import { ENTITY, firstRuns, runId } from '../../../bench/server/data.ts'
import { Replay } from '../../../bench/server/Replay.ts'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'

const ROWS = 100

let sandbox: Sandbox
let replay: Replay

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
  replay = new Replay(sandbox, 0)
  await replay.start()
})

afterAll(async () => {
  replay.stop()
  await sandbox.close()
})

const ask = async (query: string, variables: unknown = {}) => {
  const response = await fetch(`${replay.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`api:${sandbox.apiKey}`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as { readonly data: { readonly project: Readonly<Record<string, unknown>> } }
}

const LIST = `query Runs($first: Int, $filters: JSONString) { project(entityName: "${ENTITY}", name: "runs") {
  runs(first: $first, filters: $filters) { edges { node { name config summaryMetrics } } } } }`

interface Listed {
  readonly edges: ReadonlyArray<{
    readonly node: { readonly name: string; readonly config: string; readonly summaryMetrics: string }
  }>
}

const list = async (variables: unknown): Promise<Listed> => (await ask(LIST, variables)).data.project['runs'] as Listed

test('what is asked again is answered with the same bytes, and not made again', async () => {
  replay.seen()
  const once = await list({ first: 3 })
  const first = replay.seen()
  const twice = await list({ first: 3 })
  const second = replay.seen()
  expect(once.edges).toHaveLength(3)
  expect(twice).toEqual(once)
  expect([first.misses, second.misses]).toEqual([1, 0])
  expect(second.bytes).toBe(first.bytes)
  expect(second.requests).toEqual(first.requests)
})

test('other variables are another request', async () => {
  await list({ first: 3 })
  replay.seen()
  expect((await list({ first: 4 })).edges).toHaveLength(4)
  expect(replay.seen().misses).toBe(1)
})

test('what JSON.parse cannot read is not in the runs, and a config entry is its value alone', async () => {
  const { edges } = await list({ first: 200 })
  expect(edges).toHaveLength(200)
  for (const { node } of edges) {
    expect(() => JSON.parse(node.summaryMetrics)).not.toThrow()
    expect(Object.keys((JSON.parse(node.config) as Record<string, object>)['learning_rate'] ?? {})).toEqual(['value'])
  }
})

test('the first runs are those that the list begins with', async () => {
  const { edges } = await list({ first: 200, filters: JSON.stringify(firstRuns(7)) })
  expect(edges.map(({ node }) => node.name)).toEqual(Array.from({ length: 7 }, (_, run) => runId(run)))
})

test('files are read from here, in parts that are told apart, without a key', async () => {
  const query = `{ project(entityName: "${ENTITY}", name: "runs") {
    run(name: "${runId(0)}") { parquetHistory(liveKeys: ["_step"]) { parquetUrls } } } }`
  const { data } = await ask(query)
  const { parquetUrls } = (data.project['run'] as { readonly parquetHistory: { readonly parquetUrls: string[] } })
    .parquetHistory
  expect(parquetUrls).toHaveLength(2)
  for (const url of parquetUrls) expect(url.startsWith(replay.storageUrl)).toBe(true)

  const partOf = async (range: string): Promise<string> => {
    const response = await fetch(parquetUrls[0] ?? '', { headers: { range } })
    expect(response.status).toBe(206)
    return response.text()
  }
  expect(await partOf('bytes=0-3')).toBe('PAR1')
  expect(await partOf('bytes=0-1')).toBe('PA')
})

test('nothing is compressed', async () => {
  const response = await fetch(`${replay.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`api:${sandbox.apiKey}`)}`, 'accept-encoding': 'gzip' },
    body: JSON.stringify({ query: LIST, variables: { first: 20 } }),
  })
  expect(response.headers.get('content-encoding')).toBeNull()
})
