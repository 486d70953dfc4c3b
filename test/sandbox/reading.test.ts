import { afterAll, beforeAll, expect, test } from 'vitest'
import { folderLines, type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { extraFolder } from '../fixtures/extraData.ts'
import { type Answer, ask, authorization, names, pages, RUNS, send } from './client.ts'
import { lines } from './fixture.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: lines })
  sandbox.store.addContent({ md5: 'XUFAKrxLKna5cZ2REBfFkg==', base64: Buffer.from('hello').toString('base64') })
})
afterAll(() => sandbox.close())

const one = async (selection: string, name = 'alpha'): Promise<Answer> => {
  const { data, errors } = await ask(
    sandbox,
    `{ project(name: "vision", entityName: "team") { run(name: "${name}") { ${selection} } } }`,
  )
  expect(errors).toBeUndefined()
  return data.project.run
}

test('a wrong or missing key is 401 with a JSON body, and nothing is read', async () => {
  for (const headers of [{ authorization: authorization('wrong') }, {}] as Record<string, string>[]) {
    const response = await fetch(`${sandbox.url}/graphql`, {
      method: 'POST',
      headers,
      body: '{"query":"{viewer{id}}"}',
    })
    expect(response.status).toBe(401)
    expect((await response.json()) as Answer).toMatchObject({
      errors: [{ message: 'user is not logged in' }],
      data: null,
    })
  }
})

test('anonymous requests can read and have no viewer; a wrong key is still rejected', async () => {
  const open = await startSandbox({ records: lines, anonymous: true })
  const query = '{ viewer { id } project(name: "vision", entityName: "team") { name } }'
  const without = await send(open, query, {}, { headers: {} })
  expect(await without.json()).toEqual({ data: { viewer: null, project: { name: 'vision' } } })
  const wrong = await send(open, query, {}, { headers: { authorization: authorization('wrong') } })
  expect(wrong.status).toBe(401)
  await open.close()
})

test('only POST /graphql is served; an invalid body or document is 400', async () => {
  expect((await fetch(`${sandbox.url}/graphql`)).status).toBe(405)
  expect((await fetch(`${sandbox.url}/other`, { method: 'POST' })).status).toBe(404)
  expect((await send(sandbox, '', {}, { body: 'hello' })).status).toBe(400)
  const response = await send(sandbox, '{ nothing }')
  expect(response.status).toBe(400)
  expect(((await response.json()) as Answer).errors[0].message).toContain('Cannot query field "nothing"')
})

test('an unknown project, run and sweep are null without an error', async () => {
  expect(await ask(sandbox, '{ project(name: "nope", entityName: "team") { id } }')).toEqual({
    data: { project: null },
  })
  expect(
    await ask(
      sandbox,
      '{ project(name: "vision", entityName: "team") { run(name: "nope") { id } sweep(sweepName: "nope") { id } } }',
    ),
  ).toEqual({ data: { project: { run: null, sweep: null } } })
})

test('config and summary keep their JSON text: 1.0, big integers and bare NaN survive', async () => {
  const run = await one(
    'config summaryMetrics picked: config(keys: ["lr", "missing"]) some: summaryMetrics(keys: ["loss", "big", "val/acc"]) deep: config(keys: ["optimizer.value.lr", "a.b"])',
  )
  expect(run.config).toContain('"lr":{"desc":null,"value":1.0}')
  expect(run.picked).toBe('{"lr":{"desc":null,"value":1.0}}')
  expect(run.some).toBe('{"loss":NaN,"big":9007199254740993,"val/acc":0.5}')
  expect(run.deep).toBe('{"a.b":{"desc":null,"value":7},"optimizer":{"value":{"lr":0.1}}}')
})

test('a run refers to its project by name and by number', async () => {
  const run = await one('projectId project { name entityName internalId } computeSeconds updatedAt readOnly')
  expect(run).toMatchObject({
    project: { name: 'vision', entityName: 'team' },
    computeSeconds: 3600,
    updatedAt: '2026-03-01T11:00:00',
  })
  expect(Number.isInteger(Number(run.projectId))).toBe(true)
})

test('responses are gzipped for clients that accept it', async () => {
  const headers = { authorization: authorization(sandbox.apiKey), 'accept-encoding': 'gzip' }
  const query = '{ __schema { types { name description fields { name description } } } }'
  const response = await send(sandbox, query, {}, { headers })
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(((await response.json()) as Answer).data.__schema.types.length).toBeGreaterThan(10)
  const plain = await send(sandbox, query, {}, { headers: { ...headers, 'accept-encoding': 'identity' } })
  expect(plain.headers.get('content-encoding')).toBeNull()
})

test('pages add up to the whole listing, for any page size and order', async () => {
  for (const order of [
    '+created_at',
    '-created_at',
    'name',
    '-display_name',
    '+summary_metrics.loss',
    '-config.lr.value',
    'heartbeat_at',
    'state',
  ]) {
    const whole = await names(sandbox, { order, first: 1000 })
    expect(whole).toHaveLength(4)
    for (const first of [1, 2, 3]) expect((await pages(sandbox, { order, first })).flat()).toEqual(whole)
  }
})

test('orders compare values; ties are by creation time and then id; missing and NaN are last in both directions', async () => {
  const by = (order: string): Promise<string[]> => names(sandbox, { order, first: 10 })
  expect(await by('+created_at')).toEqual(['delta', 'alpha', 'beta', 'gamma'])
  expect(await by('-created_at')).toEqual(['gamma', 'alpha', 'beta', 'delta'])
  expect(await by('created_at')).toEqual(await by('+created_at'))
  expect(await by('summary_metrics.loss')).toEqual(['gamma', 'beta', 'delta', 'alpha'])
  expect(await by('-summary_metrics.loss')).toEqual(['beta', 'gamma', 'delta', 'alpha'])
  expect(await by('config.lr.value')).toEqual(['beta', 'gamma', 'alpha', 'delta'])
  expect(await by('-config.lr')).toEqual(['alpha', 'gamma', 'beta', 'delta'])
  await expect(by('nonsense')).rejects.toThrow('invalid order')
})

const passing: readonly [unknown, readonly string[]][] = [
  [{}, ['delta', 'alpha', 'beta', 'gamma']],
  [{ state: 'finished' }, ['delta', 'alpha']],
  [{ name: { $in: ['alpha', 'gamma'] } }, ['alpha', 'gamma']],
  [{ 'config.lr': 0.01 }, ['beta']],
  [{ 'config.lr.value': { $gte: 0.1 } }, ['alpha', 'gamma']],
  [{ 'config.optimizer.name': 'adam' }, ['alpha']],
  [{ 'config.optimizer.value.name': 'adam' }, ['alpha']],
  [{ 'config.a.b': 7 }, []],
  [{ 'config.lr': { $exists: false } }, ['delta']],
  [{ 'summary_metrics.val/acc': { $gt: 0.6 } }, ['beta']],
  [{ 'summary_metrics.loss': { $lt: 0.2 } }, ['gamma']],
  [{ tags: 'baseline' }, ['alpha']],
  [{ tags: { $in: ['best', 'x'] } }, ['alpha']],
  [{ 'tags.best': { $exists: true } }, ['alpha']],
  [{ display_name: { $regex: '^run A' } }, []],
  [{ displayName: { $regex: '(?i)^RUN a' } }, ['alpha']],
  [{ displayName: { $contains: 'un b' } }, ['beta']],
  [{ username: 'ada', jobType: 'train', group: 'g1' }, ['alpha']],
  [{ created_at: { $gt: '2026-03-01T10:00:00' } }, ['gamma']],
  [{ createdAt: { $gte: '2026-03-01T11:00:00+01:00', $lt: '2026-03-02T00:00:00Z' } }, ['alpha', 'beta']],
  [{ heartbeatAt: null }, ['gamma']],
  [{ duration: { $gte: 3600 }, state: { $ne: 'finished' } }, ['beta']],
  [{ $or: [{ state: 'failed' }, null, { $and: [{ state: 'running' }, { 'config.lr': 0.1 }] }] }, ['beta', 'gamma']],
  [{ $nor: [{ state: 'failed' }, { state: 'finished' }] }, ['gamma']],
  [{ state: { $not: { $in: ['failed', 'running'] } } }, ['delta', 'alpha']],
  [{ outputArtifacts: 'model:v1' }, ['alpha']],
  [{ inputArtifacts: 'model' }, ['beta']],
]
test.each(passing)('the filter %j selects %j, and runCount agrees', async (filter, wanted) => {
  const variables = { filters: JSON.stringify(filter), first: 10 }
  expect(await names(sandbox, variables)).toEqual(wanted)
  expect((await ask(sandbox, RUNS, variables)).data.project).toMatchObject({
    runCount: wanted.length,
    runs: { totalCount: wanted.length },
  })
})

test.each([
  '{',
  '[]',
  '"x"',
  '{"$bogus":1}',
  '{"state":{"$bogus":1}}',
  '{"nonsense":1}',
  '{"$or":{}}',
  '{"created_at":{"$gt":"x"}}',
  '{"name":{"$regex":"("}}',
])('the filter %s is a GraphQL error', async (filters) => {
  const { errors } = await ask(sandbox, RUNS, { filters })
  expect(errors[0].message).toContain('invalid filter')
})

test('a page has at most a thousand runs, and an invalid cursor is an error', async () => {
  const many = await startSandbox({ records: [], synthetic: { runs: 1500, configKeys: 1, summaryKeys: 1 } })
  const where = { project: 'training', entity: 'synthetic' }
  expect((await pages(many, { ...where, first: 5000 })).map((page) => page.length)).toEqual([1000, 500])
  expect((await ask(many, RUNS, { ...where, after: 'nonsense' })).errors[0].message).toBe('invalid cursor')
  await many.close()
})

test('history excludes maxStep; sampled history includes it and has only rows with all keys', async () => {
  const run = await one(`
    all: history
    part: history(minStep: 2, maxStep: 5, samples: 100)
    few: history(samples: 3)
    sampled: sampledHistory(specs: ["{\\"keys\\":[\\"_step\\",\\"loss\\"],\\"minStep\\":2,\\"maxStep\\":6,\\"samples\\":100}", "{\\"keys\\":[\\"loss\\",\\"acc\\"]}"])
  `)
  const steps = (rows: string[]): number[] => rows.map((row) => Number(/"_step":(\d+)/.exec(row)?.[1]))
  expect(steps(run.all)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(steps(run.part)).toEqual([2, 3, 4])
  expect(run.part[2]).toBe('{"_step":4,"loss":NaN}')
  expect(steps(run.few)).toEqual([0, 5, 9])
  expect(run.sampled).toEqual([
    [
      { _step: 2, loss: 2 },
      { _step: 4, loss: 'NaN' },
      { _step: 6, loss: 6 },
    ],
    [],
  ])
})

test('files: unknown names get an address, patterns are LIKE, contents need a key or a signature', async () => {
  const run = await one('fileCount files(names: ["nope"]) { edges { node { name updatedAt sizeBytes } } }')
  expect(run).toEqual({ fileCount: 2, files: { edges: [{ node: { name: 'nope', updatedAt: null, sizeBytes: 0 } }] } })
  const { files } = await one('files(pattern: "%a__._son") { totalCount edges { node { name url directUrl } } }')
  expect(files.edges).toHaveLength(1)
  const { url, directUrl } = files.edges[0].node
  expect(await (await fetch(directUrl)).text()).toBe('hello')
  expect((await fetch(url)).status).toBe(401)
  const part = await fetch(url, { headers: { authorization: authorization(sandbox.apiKey), range: 'bytes=1-2' } })
  expect([part.status, await part.text()]).toEqual([206, 'el'])
})

test('artifacts are found by alias and by version, and refer to the runs that logged and used them', async () => {
  const find = async (name: string): Promise<Answer> =>
    (
      await ask(
        sandbox,
        `{ project(name: "vision", entityName: "team") { artifactCollectionMembership(name: "${name}") { versionIndex artifact { id aliases { alias } createdBy { ... on Run { name } } usedBy { edges { node { name } } } } } } }`,
      )
    ).data.project.artifactCollectionMembership
  expect((await find('model'))?.versionIndex).toBe(2)
  expect((await find('model:latest'))?.versionIndex).toBe(2)
  expect((await find('model:v1'))?.versionIndex).toBe(1)
  expect(await find('model:v9')).toBeNull()
  expect(await find('other')).toBeNull()
  const best = await find('model:best')
  expect(best).toMatchObject({
    versionIndex: 0,
    artifact: { createdBy: { name: 'alpha' }, usedBy: { edges: [{ node: { name: 'beta' } }] } },
  })
  const byId = await ask(
    sandbox,
    `{ artifact(id: "${best.artifact.id}") { versionIndex currentManifest { file { directUrl } } } }`,
  )
  expect(byId.data.artifact.versionIndex).toBe(0)
  const manifest = (await (await fetch(byId.data.artifact.currentManifest.file.directUrl)).json()) as Answer
  expect(manifest.contents).toEqual({ 'weights/w.bin': { digest: 'XUFAKrxLKna5cZ2REBfFkg==', size: 5 } })
})

test('logged artifacts are paged in the order in which they were logged', async () => {
  const first = await one(
    'outputArtifacts(first: 2) { totalCount pageInfo { endCursor hasNextPage } edges { node { versionIndex } } }',
  )
  expect(first.outputArtifacts).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
  const rest = await one(
    `outputArtifacts(first: 2, after: "${first.outputArtifacts.pageInfo.endCursor}") { pageInfo { hasNextPage } edges { node { versionIndex } } }`,
  )
  expect(rest.outputArtifacts).toEqual({ pageInfo: { hasNextPage: false }, edges: [{ node: { versionIndex: 2 } }] })
})

test('the log records requests and responses', async () => {
  sandbox.resetRequests()
  await ask(sandbox, RUNS, { first: 1 })
  expect(sandbox.requests).toHaveLength(1)
  expect(sandbox.requests[0]).toMatchObject({ operationName: 'Runs', variables: { first: 1 }, status: 200, faults: [] })
  expect(sandbox.requests[0]?.headers['authorization']).toBe(authorization(sandbox.apiKey))
  expect(sandbox.requests[0]?.bytes).toBeGreaterThan(100)
})

test('the recorded data is listed without errors', async () => {
  const recorded = await startSandbox()
  for (const project of recorded.store.projects) {
    const { data, errors } = await ask(recorded, RUNS, {
      entity: project.facts.entity,
      project: project.facts.name,
      first: 1000,
    })
    expect(errors).toBeUndefined()
    expect(data.project.runs.edges).toHaveLength(project.runs.length)
  }
  await recorded.close()
})

const shared = folderLines(extraFolder)
if (shared.length === 0) console.log('skipped: shared runs not found')
test.skipIf(shared.length === 0)('the 84 shared runs are served', async () => {
  const served = await startSandbox({ records: shared })
  const counts = served.store.projects.map((project) => project.runs.length)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(84)
  const [project] = served.store.projects
  const where = { entity: project?.facts.entity, project: project?.facts.name }
  expect((await pages(served, { ...where, first: 7 })).flat()).toHaveLength(project?.runs.length ?? -1)
  await served.close()
})
