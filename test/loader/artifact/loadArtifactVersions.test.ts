import { describe, expect, test } from 'vitest'
import { loadArtifactVersions } from 'wandb-run-ops/loader'
import { artifactVersionIsLink } from 'wandb-run-ops/ops'
import { startSandbox } from '../../../sandbox/index.ts'
import { versionsWithMembership } from '../../../src/loader/artifact/loadArtifactVersions.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { served } from './serve.ts'
import { manyKeys } from './shelf.ts'

const project = { name: 'registry', entityName: 'team' }
const collection = { name: 'best', project }
const alias = (text: string, name: string) => ({ alias: text, artifactCollection: { name, project } })
const edge = (version: unknown, more: object = {}) => ({
  version,
  node: { versionIndex: 7, aliases: [alias('production', 'best'), alias('latest', 'model')], ...more },
})

const memberships = (edges: ReadonlyArray<unknown>): ReadonlyArray<unknown> => {
  const { edges: all } = versionsWithMembership({ ...collection, artifacts: { edges } }) as {
    readonly edges: ReadonlyArray<{ readonly node: { readonly membership: unknown } }>
  }
  return all.map(({ node }) => node.membership)
}

test('each node has its number and aliases in the collection', () => {
  expect(memberships([edge('v2')])).toMatchObject([
    { versionIndex: 2, aliases: [{ alias: 'production' }], artifactCollection: collection },
  ])
})

test.each([[undefined], ['two'], ['v02'], [3]])('takes the number of the node where the edge reports %j', (version) => {
  expect(memberships([edge(version)])).toMatchObject([{ versionIndex: 7 }])
})

test('leaves invalid lists, edges and nodes to the decoder', () => {
  expect(versionsWithMembership({ artifacts: 5 })).toBe(5)
  expect(versionsWithMembership({ artifacts: { edges: 5 } })).toEqual({ edges: 5 })
  expect(versionsWithMembership({ artifacts: { edges: [null, { node: null }, { node: 5 }] } })).toEqual({
    edges: [null, { node: null }, { node: 5 }],
  })
  expect(memberships([edge('v1', { aliases: 5 })])).toMatchObject([{ aliases: 5 }])
})

const { client, operations, sandbox } = served()
const artifact = 'team/vision/model'

const versions = async (query: object) =>
  rightOf(await loadArtifactVersions({ artifact, ...query })(client())()).items.map(({ version }) => version)

describe('loadArtifactVersions', () => {
  test('lists all versions with their number, in one request', async () => {
    const listed = rightOf(await loadArtifactVersions({ artifact })(client())())
    expect(listed.items.map(({ version }) => version)).toEqual([0, 1, 2, 3, 4, 5])
    expect([listed.totalCount, listed.complete, operations()]).toEqual([6, true, ['ArtifactVersions']])
  })

  test('reads tags, time to live, aliases and metadata of more than a hundred keys', async () => {
    const { items } = rightOf(await loadArtifactVersions({ artifact })(client())())
    expect(items[1]?.metadata).toEqual(manyKeys)
    expect(items[1]?.aliases).toEqual(['v1', 'best/2:1'])
    expect(items[3]).toMatchObject({ tags: ['reviewed'], ttlDurationSeconds: 86_400, ttlIsInherited: false })
    expect(items[2]).toMatchObject({ tags: [], ttlDurationSeconds: undefined, ttlIsInherited: true })
  })

  test('takes filters and order, and asks for whole versions by default', async () => {
    expect(await versions({ order: '-version_index' })).toEqual([5, 4, 3, 2, 1, 0])
    expect(await versions({ filters: { version_index: { $lt: 2 } } })).toEqual([0, 1])
    expect(sandbox().requests.map(({ variables }) => variables['filters'])).toEqual([
      '{"state":"COMMITTED"}',
      '{"version_index":{"$lt":2}}',
    ])
  })

  test('finds versions by tags on whatever page they stand', async () => {
    for (const pageSize of [1, 2, 3, 100]) {
      expect(await versions({ tags: ['reviewed'], pageSize })).toEqual([0, 3, 5])
      expect(await versions({ tags: ['small', 'reviewed'], pageSize })).toEqual([0, 5])
      expect(await versions({ tags: ['none'], pageSize })).toEqual([])
    }
  })

  test('reads no more pages than it needs for a limit, and continues after them', async () => {
    const first = rightOf(await loadArtifactVersions({ artifact, tags: ['small'], limit: 1, pageSize: 2 })(client())())
    expect([first.items.map(({ version }) => version), first.complete, operations().length]).toEqual([[0], false, 1])
    const rest = { artifact, tags: ['small'], pageSize: 2, after: first.cursor }
    expect(rightOf(await loadArtifactVersions(rest)(client())()).items.map(({ version }) => version)).toEqual([4, 5])
  })

  test('has no cursor where a limit leaves out a version of a page that was read', async () => {
    const listed = rightOf(await loadArtifactVersions({ artifact, tags: ['small'], limit: 2 })(client())())
    expect([listed.items.length, listed.complete, listed.cursor]).toEqual([2, false, undefined])
  })

  test('links have name, number and aliases of the portfolio, and their source', async () => {
    const { items } = rightOf(await loadArtifactVersions({ artifact: 'team/registry/best' })(client())())
    expect(
      items.map(({ name, version, aliases, source }) => [name, version, aliases, source.name, source.version]),
    ).toEqual([
      ['best', 0, ['v0'], 'model', 1],
      ['best', 1, ['v1'], 'data', 0],
      ['best', 2, ['v2', 'production'], 'model', 3],
    ])
    expect(items.map(artifactVersionIsLink)).toEqual([true, true, true])
  })

  test('the source has its own aliases, and none of the portfolio', async () => {
    const { items } = rightOf(await loadArtifactVersions({ artifact })(client())())
    expect(items[3]?.aliases).toEqual(['v3'])
    expect(items.map(artifactVersionIsLink)).toEqual(Array(6).fill(false))
  })

  test('reads ⌈n/page⌉ requests', async () => {
    const big = await startSandbox({ records: [], synthetic: { runs: 10, artifactsPerRun: 25 } })
    const one = quick(big.url, big.apiKey)
    const listed = rightOf(await loadArtifactVersions({ artifact: 'synthetic/training/model' })(one)())
    expect([listed.items.length, listed.totalCount, big.requests.length]).toEqual([250, 250, 3])
    await big.close()
  })

  test('a version that cannot be read is a failure, and the rest comes', async () => {
    sandbox().faults.add({ kind: 'malformed-run', shape: 'created-at', connection: 'artifacts', indexes: [2] })
    const listed = rightOf(await loadArtifactVersions({ artifact })(client())())
    expect(listed.items.length).toBe(5)
    expect(listed.failures).toMatchObject([{ path: ['createdAt'], page: 0, index: 2 }])
    expect(listed.complete).toBe(true)
  })

  test('an empty page is not the end', async () => {
    sandbox().faults.add({ kind: 'empty-page', connection: 'artifacts', when: { page: 2, times: 1 } })
    expect(await versions({ pageSize: 2 })).toEqual([0, 1, 2, 3, 4, 5])
    sandbox().faults.clear()
    sandbox().faults.add({ kind: 'empty-page', connection: 'artifacts', when: { page: 2, times: 1 } })
    expect(await versions({ pageSize: 2, tags: ['small'] })).toEqual([0, 4, 5])
  })

  test('does without what an older server does not know', async () => {
    const messages = ['Cannot query field "tags" on type "Artifact".']
    sandbox().faults.add({ kind: 'graphql-errors', messages, when: { nth: 1 } })
    const one = client()
    const { items } = rightOf(await loadArtifactVersions({ artifact })(one)())
    expect(items.map(({ tags, ttlIsInherited }) => [tags, ttlIsInherited])).toEqual(
      Array(6).fill([undefined, undefined]),
    )
    rightOf(await loadArtifactVersions({ artifact })(one)())
    expect(operations().length).toBe(3)
    failsWith('Unsupported', await loadArtifactVersions({ artifact, tags: ['small'] })(one)())
  })

  test.each([
    { tags: 'small' as never },
    { tags: [1] as never },
    { order: '' },
    { limit: 0, tags: ['a'] },
    { pageSize: 0 },
  ])('refuses %j', async (query) => {
    failsWith('InvalidQuery', await loadArtifactVersions({ artifact, ...query })(client())())
    expect(operations()).toEqual([])
  })

  test('distinguishes a project that is not there from an artifact that is not there', async () => {
    expect(failsWith('NotFound', await loadArtifactVersions({ artifact: 'team/none/a' })(client())()).what).toBe(
      'project',
    )
    const none = await loadArtifactVersions({ artifact: 'team/vision/none' })(client())()
    expect(failsWith('NotFound', none).what).toBe('artifact')
  })

  test('ends at the signal, and reports progress', async () => {
    failsWith('Aborted', await loadArtifactVersions({ artifact, signal: AbortSignal.abort() })(client())())
    const told: Array<number> = []
    const onProgress = ({ loaded }: { readonly loaded: number }): void => {
      told.push(loaded)
    }
    await versions({ pageSize: 3, onProgress })
    await versions({ pageSize: 2, tags: ['small'], onProgress })
    expect(told).toEqual([3, 6, 2, 4, 6])
  })
})
