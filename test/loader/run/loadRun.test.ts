import * as t from 'io-ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadRun, loadRuns, makeClient } from 'wandb-run-ops/loader'
import { runLoggedArtifactVersion } from 'wandb-run-ops/ops'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { connection, runNode, versionNode } from '../servers/nodes.ts'
import { quick } from '../servers/quick.ts'
import { type Sent, scripted } from '../servers/scripted.ts'

const project = 'synthetic/training'
const fields = ['loggedArtifactVersions', 'usedArtifactVersions'] as const

let sandbox: Sandbox
beforeAll(async () => {
  const synthetic = {
    project: 'training',
    runs: 30,
    artifactsOf: { 0: 350 },
    artifactsPerRun: 2,
    usedArtifactsPerRun: 120,
  }
  sandbox = await startSandbox({ records: [], synthetic })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.resetRequests()
  sandbox.faults.clear()
})

const client = () => quick(sandbox.url, sandbox.apiKey)
const listed = async () => rightOf(await loadRuns({ project, fields: [] })(client())()).runs
const operations = () => sandbox.requests.map(({ operationName }) => operationName)

/** A client of a server that responds with this to `Run`. */
const told = (node: unknown, more: (sent: Sent) => object = () => ({})) => {
  const server = scripted((sent) =>
    sent.operationName === 'Run'
      ? { data: { project: node === undefined ? null : { name: 'vision', entityName: 'team', run: node } } }
      : more(sent),
  )
  return { client: makeClient({ fetch: server.fetch, maxRetries: 0 }), sent: server.sent }
}

describe('loadRun', () => {
  test('loads the same run as a listing, by any spelling of its path', async () => {
    const { runs } = rightOf(await loadRuns({ project, limit: 1 })(client())())
    const id = runs[0]?.id
    for (const path of [
      `${project}/${id}`,
      `${project}/runs/${id}`,
      `${project}:${id}`,
      `${client().appUrl}/${project}/runs/${id}/logs?x=y#z`,
    ])
      expect(rightOf(await loadRun(path)(client())())).toEqual(runs[0])
  })

  test('takes a record for its path, and asks for no default', async () => {
    const [run] = await listed()
    sandbox.resetRequests()
    if (run === undefined) throw new Error('no run')
    expect(rightOf(await loadRun({ run, fields: [] })(client())())).toEqual(run)
    expect(operations()).toEqual(['Run'])
  })

  test('refuses a record without its place', async () => {
    const record = { entity: '', project: 'vision', id: 'a' }
    failsWith('InvalidPath', await loadRun({ run: record })(client())())
    failsWith('InvalidPath', await loadRun({ run: null as never })(client())())
    failsWith('InvalidPath', await loadRun({ run: undefined as never })(client())())
    expect(sandbox.requests).toEqual([])
  })

  test('distinguishes a project that is not there from a run that is not there', async () => {
    const noRun = failsWith('NotFound', await loadRun(`${project}/none`)(client())())
    expect([noRun.what, noRun.path]).toEqual(['run', `${project}/none`])
    const noProject = failsWith('NotFound', await loadRun('synthetic/none/a')(client())())
    expect([noProject.what, noProject.path]).toEqual(['project', 'synthetic/none'])
  })

  test('asks for the default entity only where nothing names one', async () => {
    const [run] = await listed()
    sandbox.resetRequests()
    const one = client()
    rightOf(await loadRun(`training/${run?.id}`)(one)())
    expect(operations()).toEqual(['DefaultEntity', 'Run'])
    sandbox.resetRequests()
    rightOf(await loadRun(`training/${run?.id}`)(quick(sandbox.url, sandbox.apiKey, { entity: 'synthetic' }))())
    expect(operations()).toEqual(['Run'])
  })

  test('has no entity if the key has none', async () => {
    const { fetch } = scripted(() => ({ data: { viewer: null } }))
    const error = failsWith('InvalidPath', await loadRun('vision/a')(makeClient({ fetch }))())
    expect(error.reason).toMatch(/missing entity/)
  })

  test('shows all 350 logged artifact versions', async () => {
    const [first] = await listed()
    const run = rightOf(await loadRun({ run: `${project}/${first?.id}`, fields })(client())())
    expect(run.loggedArtifactVersions.map(({ version }) => version)).toEqual(Array.from({ length: 350 }, (_, i) => i))
    expect(runLoggedArtifactVersion(run, 'model:v349')?.version).toBe(349)
    expect(run.usedArtifactVersions).toEqual([])
  })

  test('shows all used artifact versions, with few logged ones', async () => {
    const last = (await listed()).at(-1)
    const run = rightOf(await loadRun({ run: `${project}/${last?.id}`, fields })(client())())
    expect([run.loggedArtifactVersions.length, run.usedArtifactVersions.length]).toEqual([2, 120])
  })

  test('is RunUnreadable where a codec refuses the run, with the path', async () => {
    const [first] = await listed()
    const decode = { config: t.type({ optimizer: t.number }) }
    const error = failsWith('RunUnreadable', await loadRun({ run: `${project}/${first?.id}`, decode })(client())())
    expect(error.failure).toMatchObject({ path: ['config', 'optimizer'], expected: 'number', runId: first?.id })
    expect(error.message).toContain('config/optimizer')
  })

  test.each([
    ['a text', 'run', []],
    ['a list', [], []],
    ['no id', runNode(1, { name: null }), ['id']],
    ['a config that is a number', runNode(1, { config: '7' }), ['config']],
    ['a time that is none', runNode(1, { createdAt: 'yesterday' }), ['createdAt']],
  ])('is RunUnreadable for %s', async (_, node, path) => {
    const error = failsWith('RunUnreadable', await loadRun('team/vision/a')(told(node).client)())
    expect([error.failure.path, error.failure.runId]).toEqual([path, 'a'])
  })

  test('is ResponseMalformed, Unauthorized and so on as the answer is', async () => {
    const at = (answer: () => Response) =>
      loadRun('team/vision/a')(makeClient({ apiKey: 'a-key', fetch: async () => answer(), maxRetries: 0 }))()
    failsWith('ResponseMalformed', await at(() => new Response('rubbish')))
    failsWith('Unauthorized', await at(() => new Response('', { status: 401 })))
    failsWith('Forbidden', await at(() => new Response('', { status: 403 })))
    failsWith('NotFound', await at(() => Response.json({ data: {} })))
  })

  test('takes the names of entity and project from the server', async () => {
    const run = rightOf(await loadRun('TEAM/Vision/a')(told(runNode(1)).client)())
    expect([run.entity, run.project]).toEqual(['team', 'vision'])
  })

  test('ends at the signal, also between pages of artifact versions', async () => {
    failsWith('Aborted', await loadRun({ run: 'team/vision/a', signal: AbortSignal.abort() })(client())())
    const controller = new AbortController()
    const node = runNode(1, { outputArtifacts: connection([versionNode(0)], { next: 'n' }) })
    const server = told(node, () => {
      controller.abort()
      return new Promise(() => {})
    })
    const load = loadRun({ run: 'team/vision/a', fields: ['loggedArtifactVersions'], signal: controller.signal })
    failsWith('Aborted', await load(server.client)())
    expect(server.sent.length).toBe(2)
  })
})

describe('artifact versions', () => {
  /** What comes of pages of one run's versions, of which the last comes again and again. */
  const pages = async (first: unknown, rest: ReadonlyArray<unknown> = []) => {
    let asked = 0
    const server = told(runNode(1, { outputArtifacts: first }), () => {
      const page = rest[Math.min(asked, rest.length - 1)]
      asked += 1
      return { data: { project: page === undefined ? null : { r0: page } } }
    })
    const result = await loadRun({ run: 'team/vision/a', fields: ['loggedArtifactVersions'] })(server.client)()
    return { result, sent: server.sent }
  }
  const page = (versions: ReadonlyArray<unknown>, next?: string) => ({
    outputArtifacts: connection(versions, next === undefined ? {} : { next }),
  })
  const unfinished = { path: ['loggedArtifactVersions'], expected: 'all pages', actual: 'some pages' }

  test.each([null, undefined, connection([])])('are none for %j', async (none) => {
    expect(rightOf((await pages(none)).result).loggedArtifactVersions).toEqual([])
  })

  test('leave out drafts and places with null, on every page', async () => {
    const draft = versionNode(9, { versionIndex: null })
    const first = connection([versionNode(0), draft, null], { next: 'n' })
    const { result } = await pages(first, [page([null, versionNode(1), versionNode(8, { artifactSequence: null })])])
    expect(rightOf(result).loggedArtifactVersions.map(({ version }) => version)).toEqual([0, 1])
  })

  test('continue after an empty page', async () => {
    const first = connection([], { next: 'a' })
    const { result } = await pages(first, [page([], 'b'), page([versionNode(5)])])
    expect(rightOf(result).loggedArtifactVersions.map(({ version }) => version)).toEqual([5])
  })

  test('come once each where the list moves between pages', async () => {
    const first = connection([versionNode(1), versionNode(0)], { next: 'a' })
    const { result } = await pages(first, [page([versionNode(0), versionNode(7)])])
    expect(rightOf(result).loggedArtifactVersions.map(({ version }) => version)).toEqual([1, 0, 7])
  })

  test.each([
    ['the project is gone', undefined],
    ['the run is gone', null],
    ['the connection is null', { outputArtifacts: null }],
    ['the connection is missing', {}],
    ['the connection is none', { outputArtifacts: 'text' }],
    ['the edges are none', { outputArtifacts: { edges: 7, pageInfo: { hasNextPage: false } } }],
    ['nothing says whether there is more', { outputArtifacts: { edges: [] } }],
    ['the cursor repeats', page([versionNode(1)], 'n')],
    ['the cursor is missing', { outputArtifacts: { edges: [], pageInfo: { hasNextPage: true } } }],
  ])('are not taken for whole where %s on a later page', async (_, later) => {
    const { result, sent } = await pages(connection([versionNode(0)], { next: 'n' }), [later])
    expect(failsWith('RunUnreadable', result).failure).toMatchObject(unfinished)
    expect(sent.length).toBe(2)
  })

  test('are not taken for whole where cursors go in a circle', async () => {
    const { result, sent } = await pages(connection([versionNode(0)], { next: 'a' }), [
      page([versionNode(1)], 'b'),
      page([versionNode(2)], 'a'),
    ])
    expect(failsWith('RunUnreadable', result).failure).toMatchObject(unfinished)
    expect(sent.length).toBe(3)
  })

  test('are not waited for through empty pages without end', async () => {
    let count = 0
    const server = told(runNode(1, { outputArtifacts: connection([], { next: 'n' }) }), () => {
      count += 1
      return { data: { project: { r0: page([], `n${count}`) } } }
    })
    const load = loadRun({ run: 'team/vision/a', fields: ['loggedArtifactVersions'] })
    expect(failsWith('RunUnreadable', await load(server.client)()).failure).toMatchObject(unfinished)
    expect(count).toBeLessThan(200)
  })

  test('are asked for in smaller pages after the server failed', async () => {
    const [first] = await listed()
    sandbox.resetRequests()
    sandbox.faults.add({ kind: 'status', status: 502, when: { operation: 'RunArtifacts', times: 2 } })
    const run = rightOf(await loadRun({ run: `${project}/${first?.id}`, fields })(client())())
    expect(run.loggedArtifactVersions.length).toBe(350)
    const sizes = sandbox.requests.slice(1).map(({ variables }) => variables['first'])
    expect(sizes.slice(0, 3)).toEqual([200, 100, 50])
  })
})
