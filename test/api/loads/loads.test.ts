import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Wandb, WandbList } from 'wandb-run-ops'
import * as loader from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { lines as loaderLines } from '../../fixtures/loader/lines.ts'
import { lines } from '../../sandbox/fixture.ts'
import { collect, doorTo, thrownBy } from '../door.ts'

/** More versions than a part of a list holds, of which every tenth lacks the tag. */
const tagged = lines
  .flatMap((line) => (line.kind === 'artifact' && line.versionIndex === 0 ? [line] : []))
  .flatMap((line) =>
    Array.from({ length: 130 }, (_, versionIndex) => ({
      ...line,
      id: `${5000 + versionIndex}`,
      name: 'tagged',
      versionIndex,
      aliases: [`v${versionIndex}`],
      tags: versionIndex % 10 === 9 ? [] : ['good'],
    })),
  )

let sandbox: Sandbox
beforeAll(async () => {
  const known = new Set(lines.map((line) => JSON.stringify(line)))
  sandbox = await startSandbox({
    records: [...lines, ...tagged, ...loaderLines.filter((line) => !known.has(JSON.stringify(line)))],
    synthetic: { project: 'training', runs: 3, reports: 60 },
  })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.resetRequests())

const version = 'team/vision/model:v1'
const sweep = 'team/vision/s1'

type Single = readonly [name: string, ofDoor: (wandb: Wandb) => Promise<unknown>, ofCore: Load]
type Load = (client: loader.Client) => () => Promise<unknown>

/** Each single load of the door, and the load of the functional core that it is. */
const singles: ReadonlyArray<Single> = [
  [
    'run',
    (w) => w.run('team/vision/alpha', { fields: ['config'] }),
    loader.loadRun({ run: 'team/vision/alpha', fields: ['config'] }),
  ],
  [
    'table',
    (w) => w.table('team/vision', { columns: ['id', 'config.lr'] }),
    loader.loadRunTable({ project: 'team/vision', columns: ['id', 'config.lr'] }),
  ],
  [
    'historiesTable',
    (w) => w.historiesTable('team/vision', { keys: ['loss'] }),
    loader.loadHistoriesTable({ project: 'team/vision', keys: ['loss'] }),
  ],
  ['runStateCounts', (w) => w.runStateCounts('team/vision'), loader.countRunsByState({ project: 'team/vision' })],
  ['tagCounts', (w) => w.tagCounts('team/vision'), loader.loadTagCounts({ project: 'team/vision' })],
  [
    'history',
    (w) => w.history('team/vision/alpha', { keys: ['loss'] }),
    loader.loadHistory({ run: 'team/vision/alpha', keys: ['loss'] }),
  ],
  [
    'sampledHistory',
    (w) => w.sampledHistory('team/vision/alpha', { samples: 3 }),
    loader.sampleHistory({ run: 'team/vision/alpha', samples: 3 }),
  ],
  ['events', (w) => w.events('team/vision/alpha'), loader.loadEvents('team/vision/alpha')],
  [
    'file',
    (w) => w.file('team/vision/alpha', 'config.yaml'),
    loader.loadFile({ run: 'team/vision/alpha', name: 'config.yaml' }),
  ],
  ['metadata', (w) => w.metadata('team/vision/bare'), loader.loadRunMetadata({ run: 'team/vision/bare' })],
  ['sweep', (w) => w.sweep(sweep), loader.loadSweep(sweep)],
  ['bestRun', (w) => w.bestRun(sweep), loader.loadBestRun({ sweep })],
  [
    'artifact',
    (w) => w.artifact('team/vision/model', { fields: ['aliases'] }),
    loader.loadArtifact({ artifact: 'team/vision/model', fields: ['aliases'] }),
  ],
  [
    'artifactType',
    (w) => w.artifactType('model', { project: 'team/vision' }),
    loader.loadArtifactType({ type: 'model', project: 'team/vision' }),
  ],
  ['artifactVersion', (w) => w.artifactVersion(version), loader.loadArtifactVersion(version)],
  ['artifactManifest', (w) => w.artifactManifest(version), loader.loadArtifactManifest({ artifactVersion: version })],
  ['loggedBy', (w) => w.loggedBy(version), loader.loadLoggedBy({ artifactVersion: version })],
  ['project', (w) => w.project('team/vision'), loader.loadProject('team/vision')],
  ['viewer', (w) => w.viewer(), loader.loadViewer()],
  ['user', (w) => w.user('ada'), loader.loadUser('ada')],
  ['entity', (w) => w.entity('team'), loader.loadEntity('team')],
  ['team', (w) => w.team('team'), loader.loadTeam('team')],
]

type List = readonly [name: string, ofDoor: (wandb: Wandb) => WandbList<unknown, unknown>, ofCore: Load]

/** Each list of the door, and the load of the functional core that it is. */
const lists: ReadonlyArray<List> = [
  ['runs', (w) => w.runs('team/vision'), loader.loadRuns({ project: 'team/vision' })],
  ['histories', (w) => w.histories('team/vision'), loader.loadHistories({ project: 'team/vision' })],
  ['files', (w) => w.files('team/vision/many'), loader.loadFiles({ run: 'team/vision/many' })],
  ['logs', (w) => w.logs('team/vision/logs'), loader.loadConsoleLogs({ run: 'team/vision/logs' })],
  ['sweeps', (w) => w.sweeps('team/vision'), loader.loadSweeps({ project: 'team/vision' })],
  ['sweepRuns', (w) => w.sweepRuns(sweep), loader.loadSweepRuns({ sweep })],
  ['agents', (w) => w.agents(sweep), loader.loadAgents(sweep)],
  ['artifacts', (w) => w.artifacts('team/vision'), loader.loadArtifacts({ project: 'team/vision' })],
  [
    'artifactVersions',
    (w) => w.artifactVersions('team/vision/model'),
    loader.loadArtifactVersions({ artifact: 'team/vision/model' }),
  ],
  ['artifactTypes', (w) => w.artifactTypes('team/vision'), loader.loadArtifactTypes({ project: 'team/vision' })],
  ['artifactFiles', (w) => w.artifactFiles(version), loader.loadArtifactFiles({ artifactVersion: version })],
  [
    'artifactMemberships',
    (w) => w.artifactMemberships(version),
    loader.loadArtifactMemberships({ artifactVersion: version }),
  ],
  ['usedBy', (w) => w.usedBy('team/vision/model:v0'), loader.loadUsedBy({ artifactVersion: 'team/vision/model:v0' })],
  ['projects', (w) => w.projects('team'), loader.loadProjects({ entity: 'team' })],
  ['projectFields', (w) => w.projectFields('team/vision'), loader.loadProjectFields({ project: 'team/vision' })],
  ['reports', (w) => w.reports('synthetic/training'), loader.loadReports({ project: 'synthetic/training' })],
  ['users', (w) => w.users('ada'), loader.loadUsers({ query: 'ada' })],
]

const itemsOf = (result: unknown): unknown => {
  const { items, runs } = result as { readonly items?: unknown; readonly runs?: unknown }
  return items ?? runs
}

describe('a single load', () => {
  test.each(singles)('%s is that of the functional core', async (_, ofDoor, ofCore) => {
    const wandb = doorTo(sandbox)
    expect(await ofCore(wandb.client)()).toEqual({ _tag: 'Right', right: await ofDoor(wandb) })
  })
})

describe('a list', () => {
  test.each(lists)('%s is that of the functional core, awaited and iterated', async (_, ofDoor, ofCore) => {
    const wandb = doorTo(sandbox)
    const awaited = await ofDoor(wandb)
    expect(await ofCore(wandb.client)()).toEqual({ _tag: 'Right', right: awaited })
    expect(await collect(ofDoor(wandb))).toEqual(itemsOf(awaited))
  })

  test.each(lists)('%s refuses an option that does not exist, and sends nothing', async (name) => {
    const wandb = doorTo(sandbox)
    const method = wandb[name as 'runs'] as (given: unknown, options: unknown) => PromiseLike<unknown>
    expect(await thrownBy(method('team/vision/x', { signall: 1 }))).toMatchObject({
      message: 'Unknown option signall. Did you mean signal?',
    })
    expect(sandbox.requests).toEqual([])
  })
})

describe('what needs more than one argument', () => {
  test('is loaded by arguments, or by one query', async () => {
    const wandb = doorTo(sandbox)
    const run = 'team/vision/alpha'
    expect(await wandb.file({ run, name: 'config.yaml' })).toEqual(await wandb.file(run, 'config.yaml'))
    for (const none of [wandb.agent(sweep, 'a1'), wandb.agent({ sweep, agent: 'a1' }), wandb.agentRuns(sweep, 'a1')])
      expect(await thrownBy(none)).toMatchObject({ reason: { _tag: 'NotFound', what: 'agent' } })
    expect(await thrownBy(wandb.file(run, 'config.yaml', { signall: 1 } as never))).toMatchObject({
      message: 'Unknown option signall. Did you mean signal?',
    })
  })

  test('console lines are the last ones with last', async () => {
    const last = doorTo(sandbox).logs('team/vision/logs', { last: 3 })
    expect((await collect(last)).map(({ number }) => number)).toEqual([247, 248, 249])
  })

  test('artifact versions with tags are all passed, although the server does not filter by tags', async () => {
    const versions = doorTo(sandbox).artifactVersions('team/vision/tagged', { tags: ['good'] })
    expect((await collect(versions)).length).toBe(117)
  })

  test('reports are loaded one by one, too', async () => {
    const wandb = doorTo(sandbox)
    const [report] = (await wandb.reports('synthetic/training', { limit: 1 })).items
    if (report === undefined) throw new Error('expected a report')
    expect(await wandb.report(report)).toEqual(report)
    expect((await collect(wandb.reports('synthetic/training'))).length).toBe(60)
  })
})

describe('records', () => {
  test('are references to what is theirs', async () => {
    const wandb = doorTo(sandbox)
    const run = await wandb.run('team/vision/alpha')
    const project = await wandb.project('team/vision')
    const artifact = await wandb.artifact('team/vision/model')
    const artifactVersion = await wandb.artifactVersion(version)
    const found = await wandb.sweep(sweep)
    expect(await wandb.history(run)).toEqual(await wandb.history('team/vision/alpha'))
    expect((await wandb.runs(project)).totalCount).toBe(await wandb.runs('team/vision').count())
    expect((await wandb.artifactVersions(artifact)).items.length).toBe(3)
    expect(await wandb.artifactManifest(artifactVersion)).toEqual(await wandb.artifactManifest(version))
    expect((await wandb.sweepRuns(found)).runs.length).toBe(4)
    expect((await wandb.bestRun(found))?.id).toBe('better')
    expect((await wandb.projects(await wandb.entity('team'))).items.length).toBe(2)
  })
})

describe('fromPath', () => {
  test.each([
    ['team/vision', 'Project', 'project'],
    ['team/vision/alpha', 'Run', 'run'],
    ['team/vision/runs/alpha', 'Run', 'run'],
    ['team/vision/sweeps/s1', 'Sweep', 'sweep'],
    ['team/vision/model:v1', 'ArtifactVersion', 'artifactVersion'],
    ['URL/team/vision/runs/alpha', 'Run', 'run'],
    ['URL/team/vision/artifacts/model/model/v1', 'ArtifactVersion', 'artifactVersion'],
    ['URL/team/vision/artifacts/model/model', 'Artifact', 'artifact'],
  ])('loads %s as %s', async (path, _tag, key) => {
    const found = await doorTo(sandbox).fromPath(path.replace('URL', sandbox.url))
    expect([found._tag, Object.keys(found)]).toEqual([_tag, ['_tag', key]])
  })

  test('loads a report by its URL', async () => {
    const wandb = doorTo(sandbox)
    const [report] = (await wandb.reports('synthetic/training', { limit: 1 })).items
    expect(await wandb.fromPath(`synthetic/training/reports/${report?.id.replaceAll('=', '')}`)).toEqual({
      _tag: 'Report',
      report,
    })
  })

  test.each([
    ['a/b/c/d/e', 'InvalidPath'],
    ['team/vision/none', 'NotFound'],
    ['team/vision/none:v1', 'NotFound'],
    ['', 'InvalidPath'],
  ])('throws for %j', async (path, _tag) => {
    expect(await thrownBy(doorTo(sandbox).fromPath(path))).toMatchObject({ name: 'WandbError', reason: { _tag } })
  })
})

describe('every load of the functional core', () => {
  const elsewhere: Readonly<Record<string, string>> = {
    countRuns: 'runs',
    runPages: 'runs',
    historyFromParquet: 'historyFromParquet',
    loadAgent: 'agent',
    loadAgentRuns: 'agentRuns',
    loadReport: 'report',
  }
  const others = /^(parse\w+Path|parsePath|makeClient|makeCachedClient|orThrow|loadError)$/

  test('is reachable', () => {
    const tested = new Set([...singles, ...lists].map(([, , ofCore]) => ofCore))
    expect(tested.size).toBe(singles.length + lists.length)
    const door = doorTo(sandbox)
    const names = Object.entries(loader).filter(([name, value]) => typeof value === 'function' && !others.test(name))
    const named: Readonly<Record<string, string>> = {
      ...elsewhere,
      countRunsByState: 'runStateCounts',
      loadConsoleLogs: 'logs',
      loadRunMetadata: 'metadata',
      loadRunTable: 'table',
      sampleHistory: 'sampledHistory',
    }
    for (const [name] of names) {
      const method = named[name] ?? name.replace(/^load(.)/, (_, first: string) => first.toLowerCase())
      expect(door, `no method ${method} for ${name}`).toHaveProperty(method)
    }
  })
})
