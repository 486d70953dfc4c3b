import * as E from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as loader from 'wandb-run-ops/loader'
import type { Sandbox } from '../../sandbox/index.ts'
import type { OptionChecks } from '../../src/client/optionChecks.ts'
import { startFixture } from '../fixtures/loader/sandbox.ts'
import { failsWith, leftOf, rightOf } from './servers/either.ts'
import { quick } from './servers/quick.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startFixture({ synthetic: { runs: 3, historyRows: 10, artifactsPerRun: 1, filesPerRun: 1 } })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.resetRequests())

type Result = E.Either<loader.LoadError, unknown>
type AnyLoad = (query?: unknown) => (client: loader.Client) => () => Promise<Result>

const pages: AnyLoad = (query) => (client) => async () => {
  for await (const page of loader.runPages(query as never)(client)) if (E.isLeft(page)) return page
  return E.right(undefined)
}

const isLoad = (name: string): boolean =>
  name !== 'loadError' && /^(load[A-Z]|count(Runs|RunsByState)$|sampleHistory$|waitFor|historyFromParquet$)/.test(name)

/** Every load of the entry point by its name, so that a new one is tested too. */
const loads: ReadonlyArray<readonly [string, AnyLoad]> = [
  ['runPages', pages],
  ...Object.entries(loader).flatMap(([name, load]): ReadonlyArray<readonly [string, AnyLoad]> => {
    if (!isLoad(name)) return []
    if (name === 'historyFromParquet')
      return [[name, (query) => () => loader.historyFromParquet(new Uint8Array(), query as never)]]
    return [[name, load as AnyLoad]]
  }),
]

const run = (load: AnyLoad, ...query: readonly [unknown?]): Promise<Result> =>
  load(...query)(quick(sandbox.url, sandbox.apiKey, { entity: 'team', project: 'vision' }))()

test('there are many loads', () => {
  expect(loads.length).toBeGreaterThan(30)
})

describe.each(loads)('%s', (_, load) => {
  test('without an argument never rejects', async () => {
    expect(await run(load)).toHaveProperty('_tag')
    expect(await run(load, undefined)).toHaveProperty('_tag')
  })

  test.each([null, 5, true, [], ['team/vision'], () => {}, Symbol('x')])('refuses %s', async (given) => {
    expect(leftOf(await run(load, given))._tag).toMatch(/^Invalid/)
    expect(sandbox.requests).toEqual([])
  })

  test.each([{ singal: 1 }, { nonsense: undefined }, { constructor: 1 }, JSON.parse('{"__proto__":1}')])(
    'refuses %j, which does not exist',
    async (given) => {
      expect(failsWith('InvalidQuery', await run(load, given))).toMatchObject({
        field: Object.keys(given)[0],
        reason: 'does not exist',
      })
      expect(sandbox.requests).toEqual([])
    },
  )

  test.each([{}, null, 5, 'abort', new AbortController(), { aborted: true }])(
    'refuses the signal %j',
    async (signal) => {
      expect(failsWith('InvalidQuery', await run(load, { signal })).message).toBe(
        'Invalid query: signal must be an AbortSignal.',
      )
      expect(sandbox.requests).toEqual([])
    },
  )

  test('refuses a wrong type of an option of lists, if it has that', async () => {
    for (const [field, value] of [
      ['limit', '5'],
      ['pageSize', '5'],
      ['onProgress', 'log'],
      ['after', 7],
    ] as const)
      expect(failsWith('InvalidQuery', await run(load, { [field]: value })).field).toBe(field)
    expect(sandbox.requests).toEqual([])
  })
})

test.each([
  [{ project: 'team/vision', filter: { state: 'failed' } }, 'Unknown option filter. Did you mean filters?'],
  [{ project: 'team/vision', per_page: 5 }, 'Unknown option per_page. Did you mean pageSize?'],
  [{ project: 'team/vision', limit: '5' }, 'Invalid query: limit must be a positive integer.'],
])('loadRuns refuses %j', async (query, message) => {
  expect(leftOf(await run(loader.loadRuns as AnyLoad, query)).message).toBe(message)
})

test.each([5, true, {}, ['a']])('the project %j is no path', async (project) => {
  failsWith('InvalidPath', await run(loader.loadRuns as AnyLoad, { project }))
})

describe('a callback that throws', () => {
  const onProgress = (): never => {
    throw new Error('no bar')
  }

  test.each([
    ['loadRuns', loader.loadRuns, {}],
    ['loadRuns with files', loader.loadRuns, { fields: ['files'] }],
    ['runPages', pages, {}],
    ['loadHistories', loader.loadHistories, { complete: true }],
    ['loadFiles', loader.loadFiles, { run: 'logs' }],
    ['loadArtifacts', loader.loadArtifacts, {}],
    ['loadSweepRuns', loader.loadSweepRuns, { sweep: 's1' }],
    ['loadConsoleLogs', loader.loadConsoleLogs, { run: 'logs', last: 1 }],
  ])('makes %s fail with its message', async (_, load, query) => {
    expect(leftOf(await run(load as AnyLoad, { ...query, onProgress })).message).toBe(
      'Invalid query: onProgress threw an error: no bar.',
    )
  })
})

test('a throwing onProgress fails the history of a run', async () => {
  const client = quick(sandbox.url, sandbox.apiKey)
  const [logged] = rightOf(await loader.loadRuns('synthetic/training')(client)()).runs
  if (logged === undefined) throw new Error('no run')
  const onProgress = (): never => {
    throw new Error('no bar')
  }
  failsWith('InvalidQuery', await loader.loadHistory({ run: logged, onProgress })(client)())
})

describe('a bare record', () => {
  const client = (): loader.Client => quick(sandbox.url, sandbox.apiKey, { entity: 'other', project: 'other' })

  test('is what its load takes, as its path is', async () => {
    const project = rightOf(await loader.loadProject('team/vision')(client())())
    const logs = rightOf(await loader.loadRun('team/vision/logs')(client())())
    const sweep = rightOf(await loader.loadSweep('team/vision/s1')(client())())
    const [artifact] = rightOf(await loader.loadArtifacts('synthetic/training')(client())()).items
    if (artifact === undefined) throw new Error('no artifact')
    const [version] = rightOf(await loader.loadArtifactVersions(artifact)(client())()).items
    if (version === undefined) throw new Error('no version')

    expect(rightOf(await loader.loadProject(project)(client())())).toEqual(project)
    expect(rightOf(await loader.loadRuns(project)(client())()).totalCount).toBe(
      rightOf(await loader.countRuns(project)(client())()),
    )
    expect(rightOf(await loader.loadRun(logs)(client())())).toEqual(logs)
    expect(rightOf(await loader.loadFiles(logs)(client())()).items.length).toBeGreaterThan(0)
    expect(rightOf(await loader.loadSweep(sweep)(client())())).toEqual(sweep)
    expect(rightOf(await loader.loadSweepRuns(sweep)(client())()).runs.length).toBeGreaterThan(0)
    expect(rightOf(await loader.loadAgents(sweep)(client())()).items.length).toBeGreaterThan(0)
    expect(rightOf(await loader.loadArtifact(artifact)(client())())).toEqual(artifact)
    expect(rightOf(await loader.loadArtifactVersions(artifact)(client())()).items.length).toBeGreaterThan(0)
    expect(rightOf(await loader.loadArtifactVersion(version)(client())()).id).toBe(version.id)
    expect(rightOf(await loader.loadArtifactFiles(version)(client())()).items.length).toBeGreaterThan(0)
    expect(rightOf(await loader.loadUsedBy(version)(client())()).complete).toBe(true)
  })
})

describe('a client', () => {
  test.each([
    [{ apikey: 'x' }, 'Unknown option apikey. Did you mean apiKey?'],
    [{ api_key: 'x' }, 'Unknown option api_key. Did you mean apiKey?'],
    [{ timeout: 19 }, /^Unknown option timeout. Expected one of apiKey, appUrl, /],
    ['not-a-real-key', 'Invalid client option: options must be an object.'],
    [null, 'Invalid client option: options must be an object.'],
  ])('of %j fails at every load', async (options, message) => {
    const client = loader.makeClient(options as never)
    expect(client.configError?._tag).toBe('InvalidClient')
    expect(client.configError?.message).toMatch(message)
    expect(leftOf(await loader.loadRuns('team/vision')(client)()).message).toMatch(message)
  })

  test('with a cache refuses options of the cache that do not exist', () => {
    expect(loader.makeCachedClient(loader.makeClient(), { TTL: 5 } as never).configError).toMatchObject({
      message: 'Unknown option TTL. Did you mean ttl?',
    })
    expect(loader.makeCachedClient(loader.makeClient(), null as never).configError).toMatchObject({
      _tag: 'InvalidClient',
    })
  })
})

test.each([undefined, null, 'history.parquet', 5, [5], [null], {}])('%j is no Parquet file', async (files) => {
  expect(failsWith('InvalidQuery', await loader.historyFromParquet(files as never)()).field).toBe('files')
})

test('the compiler reports an option of a query that has no check, and a check without an option', () => {
  // @ts-expect-error The option `signal` has no check.
  const less: OptionChecks<loader.CountQuery> = { project: true, filters: true }
  // @ts-expect-error There is no option `limit`.
  const more: OptionChecks<loader.CountQuery> = { project: true, filters: true, signal: true, limit: true }
  expect([less, more]).toHaveLength(2)
})
