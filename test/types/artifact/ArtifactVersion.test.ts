import { describe, expect, test } from 'vitest'
import { ArtifactVersion, artifactVersionCodec } from 'wandb-run-ops/types'
import { artifactNode } from '../../fixtures/types/fullNode.ts'
import { oddKeys } from '../../fixtures/types/oddKeys.ts'
import { decoded, refusal } from '../outcome.ts'

const alias = (name: string, collection = 'weights', entityName = 'team', project = 'vision'): object => ({
  alias: name,
  artifactCollection: { name: collection, project: { name: project, entityName } },
})

describe('ArtifactVersion', () => {
  test('reads every field', () => {
    expect(decoded(ArtifactVersion, artifactNode)).toStrictEqual({
      id: 'QXJ0aWZhY3Q6MQ==',
      entity: 'team',
      project: 'vision',
      name: 'weights',
      version: 3,
      alias: 'latest',
      aliases: ['v3', 'latest'],
      type: 'model',
      state: 'COMMITTED',
      size: 1048576,
      digest: 'd41d8cd98f00b204e9800998ecf8427e',
      description: 'weights',
      metadata: { epoch: 3, note: 'NaN' },
      fileCount: 2,
      commitHash: 'abc123',
      historyStep: 10,
      createdAt: new Date('2024-02-29T10:00:00Z'),
      updatedAt: new Date('2024-03-01T10:00:00Z'),
      tags: undefined,
      ttlDurationSeconds: undefined,
      ttlIsInherited: undefined,
      source: { entity: 'team', project: 'vision', name: 'weights', version: 3 },
      appUrl: 'https://wandb.ai',
    })
  })

  test('unsent fields are undefined, empty, or derived from others', () => {
    const version = decoded(ArtifactVersion, {
      id: 'a',
      versionIndex: 0,
      size: 0,
      digest: '',
      createdAt: '2024-02-29T10:00:00',
      artifactType: { name: 'dataset' },
      artifactSequence: { name: 'd' },
    })
    expect(version).toStrictEqual({
      id: 'a',
      entity: undefined,
      project: undefined,
      name: 'd',
      version: 0,
      alias: 'v0',
      aliases: [],
      type: 'dataset',
      state: undefined,
      size: 0,
      digest: '',
      description: undefined,
      metadata: {},
      fileCount: undefined,
      commitHash: undefined,
      historyStep: undefined,
      createdAt: new Date('2024-02-29T10:00:00Z'),
      updatedAt: new Date('2024-02-29T10:00:00Z'),
      tags: undefined,
      ttlDurationSeconds: undefined,
      ttlIsInherited: undefined,
      source: { entity: undefined, project: undefined, name: 'd', version: 0 },
      appUrl: 'https://wandb.ai',
    })
  })

  test.each([
    [[], 'v3'],
    [['v3'], 'v3'],
    [['v3', 'best'], 'best'],
    [['v3', 'latest', 'best'], 'latest'],
    [['best', 'latest'], 'best'],
    [['v03'], 'v03'],
    [[''], ''],
    [['v0', 'v10', 'v123456'], 'v3'],
    [['v7', 'V1'], 'V1'],
    [['v3', 'v1.0'], 'v1.0'],
    [['v3', 'v1\n'], 'v1\n'],
    [['v3', 'vv1'], 'vv1'],
    [['v'], 'v'],
    [['3'], '3'],
  ])('the alias is the first of %j that is not a version alias', (aliases, expected) => {
    const version = decoded(ArtifactVersion, { ...artifactNode, aliases: aliases.map((name) => alias(name)) })
    expect(version.alias).toBe(expected)
    expect(version.aliases).toEqual(aliases)
  })

  test('aliases of other collections are left out', () => {
    const aliases = [
      alias('production', 'registry'),
      alias('elsewhere', 'weights', 'team', 'nlp'),
      alias('theirs', 'weights', 'others'),
      alias('latest'),
    ]
    expect(decoded(ArtifactVersion, { ...artifactNode, aliases }).aliases).toEqual(['latest'])
  })

  test('an alias without a collection, or without its project, belongs to the version', () => {
    const aliases = [
      { alias: 'a' },
      { alias: 'b', artifactCollection: null },
      { alias: 'c', artifactCollection: { name: 'weights' } },
    ]
    expect(decoded(ArtifactVersion, { ...artifactNode, aliases }).aliases).toEqual(['a', 'b', 'c'])
  })

  test.each([
    [12, 11],
    ['12', 11],
    [1, 0],
    [0, 0],
    [-1, 0],
    [null, undefined],
  ])('the history step %j decodes to %j', (stored, step) => {
    expect(decoded(ArtifactVersion, { ...artifactNode, historyStep: stored }).historyStep).toBe(step)
  })

  test.each([
    [86400, 86400],
    ['60', 60],
    [0, undefined],
    [-1, undefined],
    [-2, undefined],
    [null, undefined],
  ])('the time to live %j decodes to %j', (stored, seconds) => {
    expect(decoded(ArtifactVersion, { ...artifactNode, ttlDurationSeconds: stored }).ttlDurationSeconds).toBe(seconds)
  })

  test('tags are read by name, and no tags differ from tags that were not loaded', () => {
    const tagged = (tags: unknown) => decoded(ArtifactVersion, { ...artifactNode, tags }).tags
    expect(tagged([{ id: 'a', name: 'reviewed' }, { name: 'x' }])).toEqual(['reviewed', 'x'])
    expect([tagged([]), tagged(null), tagged(undefined)]).toEqual([[], undefined, undefined])
  })

  test('a version reached through another collection has name, number and aliases there, and its source', () => {
    const membership = {
      versionIndex: 0,
      aliases: [{ alias: 'production' }, { alias: 'v0' }],
      artifactCollection: { name: 'best', project: { name: 'registry', entityName: 'org' } },
    }
    const version = decoded(ArtifactVersion, { ...artifactNode, membership })
    expect(version).toMatchObject({
      entity: 'org',
      project: 'registry',
      name: 'best',
      version: 0,
      alias: 'production',
      aliases: ['production', 'v0'],
      source: { entity: 'team', project: 'vision', name: 'weights', version: 3 },
    })
    expect(decoded(ArtifactVersion, ArtifactVersion.encode(version))).toStrictEqual(version)
  })

  test('has the web app of its server', () => {
    const version = decoded(artifactVersionCodec('https://wandb.example.com'), artifactNode)
    expect(version.appUrl).toBe('https://wandb.example.com')
  })

  test.each([[null], [''], ['{}'], ['null'], [{}]])('the metadata %j is empty', (metadata) => {
    expect(decoded(ArtifactVersion, { ...artifactNode, metadata }).metadata).toStrictEqual({})
  })

  test('metadata may have more than a hundred keys, and non-finite numbers', () => {
    const entries = Array.from({ length: 300 }, (_, n) => `"k${n}": NaN`).join()
    const { metadata } = decoded(ArtifactVersion, { ...artifactNode, metadata: `{${entries}}` })
    expect(Object.values(metadata).filter(Number.isNaN)).toHaveLength(300)
  })

  test.each(oddKeys)('%j is an ordinary key of metadata, at the top and nested', (key) => {
    const text = `{${JSON.stringify(key)}: {${JSON.stringify(key)}: 1}}`
    for (const metadata of [text, JSON.parse(text) as object]) {
      const read = decoded(ArtifactVersion, { ...artifactNode, metadata }).metadata
      expect(Object.keys(read)).toEqual([key])
      expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
      expect(Object.entries(Object.values(read)[0] as object)).toEqual([[key, 1]])
    }
  })

  test('the record, its aliases and its metadata are frozen, and the input is not modified', () => {
    const wire = { ...artifactNode, metadata: { a: 1 }, aliases: [alias('latest')] }
    const version = decoded(ArtifactVersion, wire)
    wire.metadata.a = 2
    wire.aliases.push(alias('more'))
    expect(version.metadata).toEqual({ a: 1 })
    expect(version.aliases).toEqual(['latest'])
    expect([version, version.aliases, version.metadata].every(Object.isFrozen)).toBe(true)
    expect([wire.metadata, wire.aliases].some(Object.isFrozen)).toBe(false)
  })

  test.each([
    [{ id: null }, ['id'], 'StorageId', 'null'],
    [{ versionIndex: null }, ['version'], 'Int64', 'null'],
    [{ size: 'big' }, ['size'], 'Int64', 'string'],
    [{ digest: undefined }, ['digest'], 'string', 'undefined'],
    [{ metadata: '[1]' }, ['metadata'], 'JSON object', 'string'],
    [{ createdAt: null }, ['createdAt'], 'UtcDate', 'null'],
    [{ updatedAt: 'soon' }, ['updatedAt'], 'UtcDate | null', 'string'],
    [{ artifactType: null }, ['type'], 'string', 'undefined'],
    [{ artifactSequence: null }, ['name'], 'string', 'undefined'],
    [{ artifactSequence: { name: 5 } }, ['name'], 'string', 'number'],
    [{ aliases: 'latest' }, ['aliases'], 'Array<string>', 'string'],
    [{ aliases: [alias('a'), { alias: 5 }] }, ['aliases', '1'], 'string', 'number'],
    [{ tags: [{ name: 1 }] }, ['tags', '0'], 'string', 'number'],
    [{ membership: { versionIndex: 1, aliases: [] } }, ['name'], 'string', 'undefined'],
    [{ ttlIsInherited: 'no' }, ['ttlIsInherited'], 'boolean | null', 'string'],
    [{ historyStep: 'x' }, ['historyStep'], 'Int64 | null', 'string'],
  ])('%j is rejected', (change, path, expected, actual) => {
    expect(refusal(ArtifactVersion, { ...artifactNode, ...change })).toEqual({ path, expected, actual })
  })

  test.each([
    [null, 'null'],
    [[], 'array'],
    ['model:v3', 'string'],
  ])('%j is not a version', (wire, actual) => {
    expect(refusal(ArtifactVersion, wire)).toEqual({ path: [], expected: 'ArtifactVersion', actual })
  })

  test.each([
    {},
    { aliases: [] },
    { historyStep: null },
    { historyStep: 0 },
    { metadata: null },
    { updatedAt: null },
    { artifactSequence: { name: 'w', project: null } },
    { artifactSequence: { name: 'w', project: { name: 'p' } } },
    { artifactSequence: { name: 'w', project: { entityName: 'e' } } },
    { tags: [], ttlDurationSeconds: 60, ttlIsInherited: true },
    { tags: [{ name: 'a' }], ttlDurationSeconds: -2, ttlIsInherited: false },
  ])('reads what it wrote, %j', (change) => {
    const version = decoded(ArtifactVersion, { ...artifactNode, ...change })
    expect(decoded(ArtifactVersion, ArtifactVersion.encode(version))).toStrictEqual(version)
  })

  test('recognizes what it decoded, and no near miss', () => {
    const version = decoded(ArtifactVersion, artifactNode)
    expect(ArtifactVersion.is(version)).toBe(true)
    const missing: Record<string, unknown> = { ...version }
    delete missing['digest']
    const misses: ReadonlyArray<unknown> = [
      artifactNode,
      missing,
      { ...version, alias: undefined },
      { ...version, updatedAt: undefined },
      { ...version, version: 'v3' },
      { ...version, aliases: 'latest' },
      { ...version, metadata: null },
      { ...version, source: undefined },
      { ...version, source: { ...version.source, version: '3' } },
      { ...version, appUrl: undefined },
      { ...version, createdAt: '2024-02-29T10:00:00' },
      null,
    ]
    expect(misses.filter(ArtifactVersion.is)).toEqual([])
  })
})
