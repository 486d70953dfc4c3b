import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  type ConfigDict,
  type DecodeFailure,
  decodeRun,
  type InlineField,
  type RunProject,
  type RunWith,
  runCodec,
  type SummaryDict,
} from 'wandb-run-ops/types'
import { fullNode, smallNode } from '../../fixtures/types/fullNode.ts'
import { decoded, refusal } from '../outcome.ts'

const all: ReadonlyArray<InlineField> = [
  'config',
  'summary',
  'systemMetrics',
  'historyKeys',
  'loggedArtifactVersions',
  'usedArtifactVersions',
]

const place: RunProject = { entity: 'me', project: 'mine', appUrl: 'https://wandb.example.org' }

const Full = runCodec(all)

const without = (record: object, key: string): object =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

describe('runCodec', () => {
  test('reads every heavy field of a node', () => {
    const run = decoded(Full, fullNode)
    expect(run.config).toStrictEqual({ lr: 0.1, layers: [64, 32], optimizer: { name: 'adam', value: 2 } })
    expect(run.summary).toStrictEqual({
      _step: 119,
      _runtime: 1799.5,
      loss: Number.NaN,
      best: Number.POSITIVE_INFINITY,
      'val/acc': 0.97,
    })
    expect(run.systemMetrics).toStrictEqual({ 'system.cpu': 12.5, 'system.gpu.0.temp': Number.NaN })
    expect(run.historyKeys).toStrictEqual(fullNode.historyKeys)
    expect(run.loggedArtifactVersions.map((version) => version.id)).toEqual(['QXJ0aWZhY3Q6MQ=='])
    expect(run.usedArtifactVersions.map((version) => version.id)).toEqual(['QXJ0aWZhY3Q6Mg=='])
    expect(run.internal).toStrictEqual({
      config: { _wandb: { python: '3.11' }, wandb_version: 1 },
      summary: { _wandb: { runtime: 1799 } },
    })
  })

  test('ignores fields that were not requested, even unreadable ones', () => {
    const run = decoded(runCodec(['summary']), { ...fullNode, config: '{', outputArtifacts: 5 })
    for (const key of all) expect(Object.hasOwn(run, key)).toBe(key === 'summary')
    expect(run.internal.config).toStrictEqual({})
  })

  test('heavy fields that are null or absent are empty', () => {
    expect(decoded(Full, smallNode)).toMatchObject({
      config: {},
      summary: {},
      systemMetrics: {},
      historyKeys: { keys: {}, lastStep: undefined },
      loggedArtifactVersions: [],
      usedArtifactVersions: [],
      internal: { config: {}, summary: {} },
    })
  })

  test('a field requested twice is read once', () => {
    expect(decoded(runCodec(['config', 'config']), fullNode)).toStrictEqual(decoded(runCodec(['config']), fullNode))
  })

  test('a null edge or node is left out', () => {
    const outputArtifacts = { edges: [null, { node: null }, ...fullNode.outputArtifacts.edges] }
    expect(decoded(Full, { ...fullNode, outputArtifacts }).loggedArtifactVersions).toHaveLength(1)
  })
})

describe('the project of a run', () => {
  test('is the given one, whatever the node says', () => {
    expect(decoded(runCodec([], place), fullNode)).toMatchObject(place)
    expect(decoded(runCodec([], place), without(smallNode, 'project'))).toMatchObject(place)
  })

  test('is the node’s own by default, on wandb.ai', () => {
    expect(decoded(runCodec([]), smallNode)).toMatchObject({
      entity: 'team',
      project: 'vision',
      appUrl: 'https://wandb.ai',
    })
  })

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['vision', 'string'],
    [{}, 'object'],
    [{ name: 'vision' }, 'object'],
    [{ entityName: 'team' }, 'object'],
    [{ entityName: null, name: 'vision' }, 'object'],
    [Object.create({ entityName: 'team', name: 'vision' }), 'object'],
  ])('is missing if the project is %j', (project, actual) => {
    expect(refusal(runCodec([]), { ...smallNode, project })).toEqual({ path: ['project'], expected: 'Project', actual })
  })
})

describe('what is unreadable', () => {
  test.each([
    [{ config: '{"lr": ' }, ['config'], 'JSON object', 'string'],
    [{ config: [] }, ['config'], 'JSON object', 'array'],
    [{ summaryMetrics: '[]' }, ['summary'], 'JSON object', 'string'],
    [{ summaryMetrics: 5 }, ['summary'], 'JSON object', 'number'],
    [{ systemMetrics: 'x' }, ['systemMetrics'], 'SystemMetrics', 'string'],
    [{ historyKeys: { keys: 1 } }, ['historyKeys', 'keys'], 'UnknownRecord', 'number'],
    [{ historyKeys: { lastStep: 'x' } }, ['historyKeys', 'lastStep'], 'Int64 | null', 'string'],
    [{ outputArtifacts: 'x' }, ['loggedArtifactVersions'], 'Connection<ArtifactVersion>', 'string'],
    [{ outputArtifacts: { edges: [null, { node: 5 }] } }, ['loggedArtifactVersions', '0'], 'ArtifactVersion', 'number'],
    [{ outputArtifacts: { edges: [{ node: {} }] } }, ['loggedArtifactVersions', '0', 'id'], 'StorageId', 'undefined'],
    [{ inputArtifacts: { edges: [5] } }, ['usedArtifactVersions', '0'], 'ArtifactVersion', 'number'],
  ])('is named by its record field: %j', (change, path, expected, actual) => {
    expect(refusal(Full, { ...fullNode, ...change })).toEqual({ path, expected, actual })
  })

  test.each([
    [null, 'null'],
    [undefined, 'undefined'],
    ['a1b2c3d4', 'string'],
    [[fullNode], 'array'],
    [() => fullNode, 'function'],
  ])('may be the node as a whole: %s', (node, actual) => {
    expect(refusal(Full, node)).toEqual({ path: [], expected: 'Run', actual })
  })
})

describe('the record', () => {
  const run = decoded(Full, fullNode)

  test('is frozen, with its dicts, its arrays and W&B’s own entries', () => {
    const parts = [
      run,
      run.tags,
      run.user,
      run.config,
      run.summary,
      run.systemMetrics,
      run.historyKeys,
      run.loggedArtifactVersions,
      run.usedArtifactVersions,
      run.internal,
      run.internal.config,
      run.internal.summary,
    ]
    expect(parts.map(Object.isFrozen)).toEqual(parts.map(() => true))
  })

  test('shares no object with the node', () => {
    const node = {
      ...smallNode,
      tags: ['a'],
      user: { username: 'ada' },
      config: { lr: { value: 1 } } as Record<string, unknown>,
      summaryMetrics: { loss: 1 } as Record<string, unknown>,
      systemMetrics: { cpu: 1 } as Record<string, unknown>,
      historyKeys: { keys: { loss: {} } as Record<string, unknown>, lastStep: 1 },
      outputArtifacts: { edges: [] as Array<unknown> },
    }
    const read = decoded(Full, node)
    const before = structuredClone(read)
    node.tags.push('b')
    node.user.username = 'bob'
    for (const dict of [node.config, node.summaryMetrics, node.systemMetrics, node.historyKeys.keys]) {
      for (const key of Object.keys(dict)) delete dict[key]
      dict['new'] = {}
    }
    node.historyKeys.lastStep = 2
    node.outputArtifacts.edges.push({ node: 5 })
    expect(read).toStrictEqual(before)
  })

  test('can be cloned, and the clone is recognized as a run', () => {
    const clone = structuredClone(run)
    expect(clone).toStrictEqual(run)
    expect(Full.is(clone)).toBe(true)
  })

  test('is plain: no class, no getter, no symbol, no null but the user’s own', () => {
    const visit = (u: unknown): void => {
      if (typeof u !== 'object' || u === null || u instanceof Date) return
      expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(u))
      expect(Object.getOwnPropertySymbols(u)).toEqual([])
      for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(u))) {
        if (Array.isArray(u) && key === 'length') continue
        expect(property).toMatchObject({ enumerable: true })
        expect(property.get).toBeUndefined()
        visit(property.value)
      }
    }
    visit(run)
    expect(Object.values(decoded(Full, smallNode))).not.toContain(null)
  })

  test('survives JSON, except for dates and non-finite numbers', () => {
    expect(JSON.parse(JSON.stringify(run))).toMatchObject({
      id: 'a1b2c3d4',
      createdAt: '2024-02-29T10:00:00.000Z',
      config: { lr: 0.1 },
      summary: { loss: null },
    })
  })
})

describe('writing', () => {
  test.each([fullNode, smallNode, { ...smallNode, user: { username: null } }])('round-trips', (node) => {
    const run = decoded(Full, node)
    expect(decoded(Full, Full.encode(run))).toStrictEqual(run)
  })

  test('round-trips in a given project', () => {
    const codec = runCodec(all, place)
    const run = decoded(codec, fullNode)
    expect(decoded(codec, codec.encode(run))).toStrictEqual(run)
  })

  test('encodes the project, config with W&B’s own entries, and only what it decodes', () => {
    const codec = runCodec(['config'])
    const node = codec.encode(decoded(codec, fullNode)) as Record<string, unknown>
    expect(node['project']).toEqual({ entityName: 'team', name: 'vision' })
    expect(node['config']).toMatchObject({ lr: { value: 0.1 }, _wandb: { value: { python: '3.11' } } })
    expect(node).not.toHaveProperty('summaryMetrics')
  })

  test('a codec that changes the config encodes it again', () => {
    const Rate = t.strict({ lr: t.union([t.number, t.string]) })
    const codec = runCodec(['config'], undefined, { config: Rate })
    const run = decoded(codec, { ...fullNode, config: '{"lr": {"value": "big"}, "more": {"value": 1}}' })
    expect(run.config).toStrictEqual({ lr: 'big' })
    expect(decoded(codec, codec.encode(run))).toStrictEqual(run)
  })
})

describe('is', () => {
  const run = decoded(Full, fullNode)

  test('recognizes what it decoded', () => {
    expect([fullNode, smallNode].map((node) => Full.is(decoded(Full, node)))).toEqual([true, true])
    expect(runCodec([]).is(run)).toBe(true)
  })

  test.each(Object.keys(run))('rejects a run that lacks %s', (key) => {
    expect(Full.is(without(run, key))).toBe(false)
  })

  test.each([
    { id: '' },
    { id: 7 },
    { createdAt: '2024-02-29T10:00:00Z' },
    { createdAt: new Date(Number.NaN) },
    { heartbeatAt: null },
    { tags: [1] },
    { user: null },
    { state: null },
    { config: null },
    { config: [] },
    { summary: 'x' },
    { systemMetrics: null },
    { historyKeys: {} },
    { loggedArtifactVersions: [{}] },
    { usedArtifactVersions: null },
    { appUrl: undefined },
    { internal: {} },
    { internal: { config: {}, summary: null } },
  ])('rejects a near miss: %j', (change) => {
    expect(Full.is({ ...run, ...change })).toBe(false)
  })

  test('does not recognize a node as a run', () => {
    expect([fullNode, null, undefined, [], 'a1b2c3d4'].some(Full.is)).toBe(false)
  })

  test('uses the codec of the config', () => {
    const codec = runCodec(['config'], undefined, { config: t.type({ lr: t.number }) })
    expect(codec.is(run)).toBe(true)
    expect(codec.is({ ...run, config: { lr: 'x' } })).toBe(false)
  })
})

describe('codecs for config and summary', () => {
  const Config = t.type({ lr: t.number }, 'Config')
  const Summary = t.type({ loss: t.number, best: t.union([t.number, t.null]) }, 'Summary')

  test('return the record their types', () => {
    const codec = runCodec(['config', 'summary'], undefined, { config: Config, summary: Summary })
    const run = decoded(codec, fullNode)
    expectTypeOf(run.config).toEqualTypeOf<{ lr: number }>()
    expectTypeOf(run.summary.best).toEqualTypeOf<number | null>()
    expectTypeOf(run).toExtend<RunWith<'config' | 'summary', { lr: number }>>()
    expect(run.config.lr).toBe(0.1)
    // @ts-expect-error the codec has no such key
    expect(run.config.momentum).toBeUndefined()
  })

  test('leave the other dict unchanged', () => {
    const codec = runCodec(['config', 'summary'], undefined, { config: Config })
    expectTypeOf<t.TypeOf<typeof codec>['summary']>().toEqualTypeOf<SummaryDict>()
    const other = runCodec(['config', 'summary'], undefined, { summary: Summary })
    expectTypeOf<t.TypeOf<typeof other>['config']>().toEqualTypeOf<ConfigDict>()
    expect(decoded(codec, fullNode).summary['val/acc']).toBe(0.97)
  })

  test('reject a run and name the path', () => {
    const codec = runCodec(['config', 'summary'], undefined, { config: Config, summary: Summary })
    expect(refusal(codec, { ...fullNode, config: '{"lr": {"value": "0.1"}}' })).toEqual({
      path: ['config', 'lr'],
      expected: 'number',
      actual: 'string',
    })
    expect(refusal(codec, { ...fullNode, summaryMetrics: '{"loss": 1, "best": "much"}' })).toEqual({
      path: ['summary', 'best'],
      expected: '(number | null)',
      actual: 'string',
    })
  })

  test('read quoted numbers of a summary as numbers, and of a config as strings', () => {
    const codec = runCodec(['config', 'summary'], undefined, { summary: Summary })
    expect(decoded(codec, { ...fullNode, summaryMetrics: '{"loss": "NaN", "best": null}' }).summary.loss).toBe(
      Number.NaN,
    )
    const strict = runCodec(['config'], undefined, { config: Config })
    expect(refusal(strict, { ...fullNode, config: '{"lr": {"value": "NaN"}}' }).path).toEqual(['config', 'lr'])
  })

  test('are not used for a dict that is not loaded', () => {
    expect(decoded(runCodec([], undefined, { config: t.never }), fullNode)).not.toHaveProperty('config')
  })
})

const decode = decodeRun(['config', 'summary'])

const failure = (outcome: E.Either<DecodeFailure, unknown>): DecodeFailure | undefined =>
  E.isLeft(outcome) ? outcome.left : undefined

describe('decodeRun', () => {
  test('returns the run', () => {
    const outcome = decode(fullNode)
    expectTypeOf(outcome).toEqualTypeOf<E.Either<DecodeFailure, RunWith<'config' | 'summary'>>>()
    expect(E.isRight(outcome) && outcome.right.config['lr']).toBe(0.1)
  })

  test('reports the run and its position', () => {
    expect(failure(decode({ ...smallNode, config: '{' }, { page: 2, index: 7 }))).toEqual({
      path: ['config'],
      expected: 'JSON object',
      actual: 'string',
      runId: 'a1b2c3d4',
      page: 2,
      index: 7,
    })
  })

  test('reports no run if even its id is unreadable', () => {
    expect(failure(decode({ ...smallNode, name: 5 }, { index: 0 }))).toEqual({
      path: ['id'],
      expected: 'RunId',
      actual: 'number',
      index: 0,
    })
    expect(failure(decode(null))).toEqual({ path: [], expected: 'Run', actual: 'null' })
    expect(failure(decode({ ...smallNode, name: '' }))).toEqual({ path: ['id'], expected: 'RunId', actual: 'string' })
  })

  test('one unreadable run does not affect others', () => {
    const outcomes = [fullNode, { ...fullNode, createdAt: 'x' }, null, smallNode].map((node) => decode(node)._tag)
    expect(outcomes).toEqual(['Right', 'Left', 'Left', 'Right'])
  })

  test('reads runs of a given project, with given codecs', () => {
    const place = { entity: 'me', project: 'mine', appUrl: 'https://wandb.example.org' }
    const outcome = decodeRun(['config'], place, { config: t.type({ lr: t.number }) })(fullNode)
    expect(E.isRight(outcome) && outcome.right).toMatchObject({ ...place, config: { lr: 0.1 } })
    if (E.isRight(outcome)) expectTypeOf(outcome.right.config.lr).toEqualTypeOf<number>()
  })

  test('never includes a value, neither from the config nor from a codec’s message', () => {
    const secret = 'sk-0123456789'
    const chatty = new t.Type<never>('Chatty', t.never.is, (u, context) => t.failure(u, context, secret), t.identity)
    const nodes = [
      { ...smallNode, config: `{"key": {"value": "${secret}"}} oops` },
      { ...smallNode, config: { key: { value: secret } } },
      { ...smallNode, config: `"${secret}"` },
    ]
    for (const node of nodes)
      expect(JSON.stringify(decodeRun(['config'], undefined, { config: chatty })(node))).not.toContain(secret)
  })

  test('a node that runs code when read is a failure', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    const getter = Object.defineProperty({ ...smallNode }, 'config', {
      enumerable: true,
      get: () => {
        throw new Error('sk-secret')
      },
    })
    const name = Object.defineProperty({ ...smallNode, id: 5 }, 'name', {
      get: () => {
        throw new Error('sk-secret')
      },
    })
    for (const node of [proxy, getter, name]) {
      expect(failure(decode(node, { index: 1 }))).toEqual({ path: [], expected: 'Run', actual: 'object', index: 1 })
    }
  })
})
