import * as E from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as loader from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { caseCount } from '../laws/law.ts'
import { mutate } from '../types/arbitraries/mutate.ts'
import { type Random, random as randomOf } from '../types/arbitraries/random.ts'
import { rightOf } from './servers/either.ts'
import { virtualTime } from './servers/virtualTime.ts'

type Result = E.Either<loader.LoadError, unknown>
type Load = (client: loader.Client) => () => Promise<Result>

/** More requests than any load of the recorded project needs, whatever its server sends. */
const MOST_REQUESTS = 3000

let sandbox: Sandbox
let loads: ReadonlyArray<readonly [string, Load]> = []

const project = 'harbor-lab/digits'

const pagesOf: Load = (client) => async () => {
  for await (const page of loader.runPages({ project, pageSize: 20 })(client)) if (E.isLeft(page)) return page
  return E.right(undefined)
}

beforeAll(async () => {
  sandbox = await startSandbox({ history: 'mixed', synthetic: { project: 'training', runs: 3, reports: 3 } })
  const client = loader.makeClient({ baseUrl: sandbox.url, apiKey: sandbox.apiKey })
  const of = async <A>(load: (client: loader.Client) => () => Promise<E.Either<loader.LoadError, A>>): Promise<A> =>
    rightOf(await load(client)())
  const all = { project, pageSize: 3 }
  const [run] = (await of(loader.loadRuns({ project, limit: 1 }))).runs
  const [sweep] = (await of(loader.loadSweeps(all))).items
  const [report] = (await of(loader.loadReports({ project: 'synthetic/training' }))).items
  const [type] = (await of(loader.loadArtifactTypes(all))).items
  const [artifact] = (await of(loader.loadArtifacts({ ...all, type: type?.name }))).items
  if (run === undefined || sweep === undefined || report === undefined || type === undefined || artifact === undefined)
    throw new Error('The recorded project has none of something.')
  const [version] = (await of(loader.loadArtifactVersions({ artifact }))).items
  const artifactVersion = version ?? { id: 'none' }
  const every = ['config', 'summary', 'systemMetrics', 'historyKeys', 'sweep', 'files'] as const
  const artifacts = ['loggedArtifactVersions', 'usedArtifactVersions'] as const
  loads = [
    ['loadRuns', loader.loadRuns({ project, pageSize: 20, fields: [...every, ...artifacts] })],
    ['loadRuns with rows', loader.loadRuns({ project, pageSize: 20, limit: 10, fields: ['history', 'events'] })],
    ['runPages', pagesOf],
    ['loadRunTable', loader.loadRunTable({ project, pageSize: 20 })],
    [
      'loadRunTable of columns',
      loader.loadRunTable({ project, pageSize: 20, columns: ['id', 'runtime', 'summary.loss'] }),
    ],
    ['loadHistoriesTable', loader.loadHistoriesTable({ project, keys: ['loss'], pageSize: 5, limit: 10 })],
    ['loadRun', loader.loadRun({ run, fields: [...every, ...artifacts] })],
    ['countRuns', loader.countRuns({ project })],
    ['countRunsByState', loader.countRunsByState({ project })],
    ['loadTagCounts', loader.loadTagCounts({ project })],
    ['loadBestRun', loader.loadBestRun({ sweep })],
    ['loadHistory', loader.loadHistory({ run, pageSize: 20 })],
    ['loadHistory from rows', loader.loadHistory({ run, pageSize: 20, source: 'graphql' })],
    ['sampleHistory', loader.sampleHistory({ run, keys: ['loss'] })],
    ['loadEvents', loader.loadEvents({ run })],
    ['loadHistories', loader.loadHistories({ project, keys: ['loss'], pageSize: 5, limit: 10 })],
    ['loadHistories in full', loader.loadHistories({ project, keys: ['loss'], complete: true, limit: 3 })],
    ['loadFiles', loader.loadFiles({ run, pageSize: 2 })],
    ['loadFile', loader.loadFile({ run, name: 'config.yaml' })],
    ['loadConsoleLogs', loader.loadConsoleLogs({ run, pageSize: 2 })],
    ['loadConsoleLogs at the end', loader.loadConsoleLogs({ run, last: 5 })],
    ['loadRunMetadata', loader.loadRunMetadata({ run })],
    ['loadSweeps', loader.loadSweeps(all)],
    ['loadSweep', loader.loadSweep({ sweep })],
    ['loadSweepRuns', loader.loadSweepRuns({ sweep, pageSize: 3 })],
    ['loadAgents', loader.loadAgents({ sweep })],
    ['loadReports', loader.loadReports({ project: 'synthetic/training', pageSize: 1 })],
    ['loadReport', loader.loadReport({ report: report.id })],
    ['loadProject', loader.loadProject({ project })],
    ['loadProjects', loader.loadProjects({ entity: 'harbor-lab', pageSize: 1 })],
    ['loadProjectFields', loader.loadProjectFields(all)],
    ['loadEntity', loader.loadEntity({ entity: 'harbor-lab' })],
    ['loadTeam', loader.loadTeam({ entity: 'harbor-lab' })],
    ['loadViewer', loader.loadViewer()],
    ['loadUsers', loader.loadUsers({ query: 'a', pageSize: 1 })],
    ['loadArtifactTypes', loader.loadArtifactTypes(all)],
    ['loadArtifactType', loader.loadArtifactType({ project, type: type.name })],
    ['loadArtifacts', loader.loadArtifacts({ ...all, type: type.name })],
    ['loadArtifact', loader.loadArtifact({ artifact })],
    ['loadArtifactVersions', loader.loadArtifactVersions({ artifact, pageSize: 1 })],
    ['loadArtifactVersion', loader.loadArtifactVersion({ artifactVersion })],
    ['loadArtifactFiles', loader.loadArtifactFiles({ artifactVersion, pageSize: 1 })],
    ['loadArtifactManifest', loader.loadArtifactManifest({ artifactVersion })],
    ['loadArtifactMemberships', loader.loadArtifactMemberships({ artifactVersion })],
    ['loadLoggedBy', loader.loadLoggedBy({ artifactVersion })],
    ['loadUsedBy', loader.loadUsedBy({ artifactVersion })],
  ]
})
afterAll(() => sandbox.close())

/** The responses of the sandbox, which is asked only once for each. */
const known = new Map<string, Promise<{ readonly status: number; readonly text: string }>>()

const asked = async (url: string, init: RequestInit | undefined): Promise<Response> => fetch(url, init)

const answerOf = (url: string, init: RequestInit | undefined) => {
  const key = `${url}\n${String(init?.body)}\n${new Headers(init?.headers).get('range')}`
  const answer =
    known.get(key) ??
    asked(url, init).then(async (response) => ({ status: response.status, text: await response.text() }))
  known.set(key, answer)
  return answer
}

interface Connection {
  pageInfo: unknown
}

const connectionsIn = (u: unknown): ReadonlyArray<Connection> => {
  if (typeof u !== 'object' || u === null) return []
  const inner = Object.values(u).flatMap(connectionsIn)
  return 'pageInfo' in u ? [u as Connection, ...inner] : inner
}

/** What a server can do to a list that is not in its shape. */
const spoilList = (root: unknown, { below, pick }: Random): void => {
  for (const connection of connectionsIn(root)) {
    const cursor = pick(['same', '', null, 7, `next-${below(1e6)}`])
    connection.pageInfo = pick<unknown>([{ hasNextPage: true, endCursor: cursor }, { hasNextPage: true }, null, []])
    const edges = pick<unknown>([[], null, Array(2000).fill(null), Array(50).fill({ cursor, node: {} }), 'keep'])
    if (edges !== 'keep') Object.assign(connection, { edges })
  }
}

/** Spoils a response, as a text: it is cut, or its JSON is another. */
const spoil = (text: string, random: Random): string => {
  const { below, pick } = random
  const how = below(8)
  if (how === 0) return text.slice(0, below(text.length))
  if (how === 1)
    return pick([
      '',
      'null',
      '[]',
      '{}',
      '{"data":null}',
      '{"data":[]}',
      '{"errors":[null]}',
      '<html>',
      '"',
      '['.repeat(1e5),
    ])
  try {
    const root = JSON.parse(text)
    if (how <= 3) spoilList(root, random)
    else for (let times = 1 + below(3); times > 0; times -= 1) mutate(root, random)
    return JSON.stringify(root) ?? ''
  } catch {
    return text
  }
}

/** A server that spoils some of its responses: each, every second, or one of the first ten. */
const hostileClient = (seed: number): { readonly client: loader.Client; readonly requests: () => number } => {
  const random = randomOf(seed)
  const chosen = random.below(10)
  const rate = random.below(3)
  let requests = 0
  const { now, sleep } = virtualTime()
  const client = loader.makeClient({
    baseUrl: sandbox.url,
    apiKey: sandbox.apiKey,
    now,
    sleep,
    fetch: async (url, init) => {
      requests += 1
      if (requests > MOST_REQUESTS) throw new TypeError('bad port')
      const isFile = init?.method === 'GET'
      if (isFile && random.below(2) === 0) return asked(String(url), init)
      const { status, text } = await answerOf(String(url), init)
      const isSpoilt = rate === 0 || (rate === 1 ? random.below(2) === 0 : requests === chosen + 1)
      return new Response(isSpoilt ? spoil(text, random) : text, { status })
    },
  })
  return { client, requests: () => requests }
}

describe('a hostile server', () => {
  const CASES = caseCount(4000, 92)

  test('makes no load reject or go on for ever', { timeout: 600_000 }, async () => {
    const tags = new Set<string>()
    for (let seed = 0; seed < CASES; seed += 1) {
      const [name, load] = loads[seed % loads.length] as (typeof loads)[number]
      const { client, requests } = hostileClient(seed)
      const started = performance.now()
      const result = await load(client)().catch((error: unknown) => {
        throw new Error(`${name} with seed ${seed} rejected`, { cause: error })
      })
      const spent = performance.now() - started
      tags.add(E.isLeft(result) ? result.left._tag : 'Right')
      if (E.isLeft(result)) expect(result.left.message, `${name} ${seed}`).toMatch(/\w/)
      expect([name, seed, requests() < MOST_REQUESTS, spent < 20_000]).toEqual([name, seed, true, true])
    }
    for (const tag of ['Right', 'ResponseMalformed', 'NotFound', 'CursorStuck']) expect([...tags]).toContain(tag)
  })

  test('leaves every load alone while it sends what it should', async () => {
    for (const [name, load] of loads) {
      const client = loader.makeClient({ baseUrl: sandbox.url, apiKey: sandbox.apiKey })
      const result = await load(client)()
      expect([name, E.isLeft(result) ? result.left.message : 'well']).toEqual([name, 'well'])
    }
  })
})
