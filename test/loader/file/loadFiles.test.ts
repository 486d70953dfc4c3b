import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FilesQuery, loadFile, loadFiles, loadRuns, makeClient, type Progress } from 'wandb-run-ops/loader'
import type { Sandbox } from '../../../sandbox/index.ts'
import { startFixture } from '../../fixtures/loader/sandbox.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

describe('loadFiles', async () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startFixture()
  })
  afterAll(() => sandbox.close())
  beforeEach(() => {
    sandbox.resetRequests()
    sandbox.faults.clear()
  })

  const client = () => quick(sandbox.url, sandbox.apiKey)
  const attempt = (query: FilesQuery) => loadFiles(query)(client())()
  const load = async (query: FilesQuery) => rightOf(await attempt(query))
  const namesOf = async (query: FilesQuery) => (await load(query)).items.map(({ name }) => name)

  describe('files of a run', () => {
    test('all come, in ⌈n/page⌉ requests, and are accounted for', async () => {
      const { items, ...rest } = await load({ run: 'team/vision/many', pageSize: 50 })
      expect(new Set(items.map(({ name }) => name)).size).toBe(130)
      expect(rest).toMatchObject({ totalCount: 130, failures: [], skipped: 0, complete: true, missing: [] })
      expect(sandbox.requests.length).toBe(3)
    })

    test('are found by path and by record, and that asks nothing else (D22)', async () => {
      const byPath = await namesOf({ run: 'team/vision/logs' })
      expect(await namesOf({ run: { entity: 'team', project: 'vision', id: 'logs' } })).toEqual(byPath)
      expect(sandbox.requests.map(({ operationName }) => operationName)).toEqual(['RunFiles', 'RunFiles'])
    })

    test('are those whose name fits a pattern', async () => {
      expect(await namesOf({ run: 'team/vision/logs', pattern: '%.json' })).toEqual(['wandb-metadata.json'])
      expect(await namesOf({ run: 'team/vision/logs', pattern: 'media/%' })).toEqual(['media/images/a.png'])
      expect(await namesOf({ run: 'team/vision/logs', pattern: 'nothing' })).toEqual([])
    })

    test('are those of some names; a name without a file is missing, and no file (D12)', async () => {
      const { items, missing, complete, totalCount } = await load({
        run: 'team/vision/logs',
        names: ['no such file', 'output.log', 'output.log'],
      })
      expect(items.map(({ name }) => name)).toEqual(['output.log'])
      expect([missing, complete, totalCount]).toEqual([['no such file'], true, undefined])
    })

    test('are missing too where the server leaves unknown names out', async () => {
      const answer = { data: { project: { run: { files: { edges: [], pageInfo: { hasNextPage: false } } } } } }
      const server = scripted(() => answer)
      const listed = await loadFiles({ run: 'e/p/r', names: ['a'] })(makeClient({ fetch: server.fetch }))()
      expect(rightOf(listed)).toMatchObject({ items: [], missing: ['a'], complete: true })
    })

    test('are all for no names, as in the Python client', async () => {
      const all = await load({ run: 'team/vision/logs' })
      expect(all.items.length).toBeGreaterThan(1)
      expect(await load({ run: 'team/vision/logs', names: [] })).toEqual(all)
    })

    test('continue after an empty page (D27) and after a limit', async () => {
      sandbox.faults.add({
        kind: 'empty-page',
        connection: 'files',
        when: { operation: 'RunFiles', page: 2, times: 1 },
      })
      expect((await load({ run: 'team/vision/many', pageSize: 50 })).items.length).toBe(130)
      const first = await load({ run: 'team/vision/many', limit: 30 })
      const rest = await load({ run: 'team/vision/many', after: first.cursor })
      expect([first.items.length, first.complete, rest.items.length]).toEqual([30, false, 100])
    })

    test('say how far they have come', async () => {
      const told: Array<Progress> = []
      await load({ run: 'team/vision/many', pageSize: 100, onProgress: (progress) => told.push(progress) })
      expect(told).toEqual([
        { phase: 'files', loaded: 100, total: 130 },
        { phase: 'files', loaded: 130, total: 130 },
      ])
    })

    test('that cannot be read are failures, null nodes are skipped, and the rest comes', async () => {
      const node = (name: unknown) => ({ node: { id: `id-${name}`, name, updatedAt: '2026-03-01T10:00:00' } })
      const files = { edges: [node('a'), node(7), null, { node: null }, node('b')], pageInfo: { hasNextPage: false } }
      const server = scripted(() => ({ data: { project: { run: { fileCount: 5, files } } } }))
      const listed = rightOf(await loadFiles({ run: 'e/p/r' })(makeClient({ fetch: server.fetch }))())
      expect(listed.items.map(({ name }) => name)).toEqual(['a', 'b'])
      expect(listed).toMatchObject({ skipped: 2, complete: true, failures: [{ path: ['name'], page: 0, index: 1 }] })
    })
  })

  describe('files that cannot be listed', () => {
    test('are of a run or a project that does not exist', async () => {
      expect(failsWith('NotFound', await attempt({ run: 'team/vision/none' })).what).toBe('run')
      expect(failsWith('NotFound', await attempt({ run: 'team/none/logs' })).what).toBe('project')
    })

    test('are asked for by names and pattern at once, or by what is no name: nothing is sent', async () => {
      const wrong = [
        { names: ['a'], pattern: '%' },
        { names: [], pattern: '%' },
        { names: 'a' as never },
        { names: [1] as never },
        { pattern: '' },
        { pattern: 7 as never },
      ]
      for (const query of wrong) failsWith('InvalidQuery', await attempt({ run: 'team/vision/logs', ...query }))
      expect(sandbox.requests).toEqual([])
    })

    test('end at the signal', async () => {
      failsWith('Aborted', await attempt({ run: 'team/vision/logs', signal: AbortSignal.abort() }))
    })
  })

  describe('fields: ["files"] on runs', () => {
    test('bring the files of every run, further pages of many runs at once', async () => {
      const { runs, complete, skippedInside } = rightOf(
        await loadRuns({ project: 'team/vision', fields: ['files'] })(client())(),
      )
      const counts = Object.fromEntries(runs.map(({ id, files }) => [id, files.length]))
      expect(counts).toMatchObject({ logs: 3, many: 130, broken: 1, bare: 0 })
      expect([complete, skippedInside]).toEqual([true, { artifactVersions: 0, files: 0 }])
      expect(sandbox.requests.map(({ operationName }) => operationName)).toEqual(['Runs', 'MoreFiles'])
    })

    test('cost one request a page for n runs that have few', async () => {
      await loadRuns({ project: 'team/vision', fields: ['files'], filters: { name: { $ne: 'many' } } })(client())()
      expect(sandbox.requests.length).toBe(1)
    })
  })
})

describe('loadFile', async () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startFixture()
  })
  afterAll(() => sandbox.close())

  const load = (name: string, run = 'team/vision/logs') => loadFile({ run, name })(quick(sandbox.url, sandbox.apiKey))()

  test('returns what the server knows of the file', async () => {
    expect(rightOf(await load('output.log'))).toMatchObject({ name: 'output.log', size: 13, mimetype: 'text/plain' })
  })

  test('a file that does not exist is NotFound, and no phantom (D12)', async () => {
    const error = failsWith('NotFound', await load('no such file'))
    expect([error.what, error.path]).toEqual(['file', 'team/vision/logs/no such file'])
  })

  test('a run that does not exist is another NotFound', async () => {
    expect(failsWith('NotFound', await load('output.log', 'team/vision/none')).what).toBe('run')
  })

  test('no name is refused before anything is sent', async () => {
    failsWith('InvalidQuery', await load(''))
  })

  test('a file that cannot be read is Unreadable', async () => {
    const node = { id: '', name: 'a', updatedAt: '2026-03-01T10:00:00' }
    const server = scripted(() => ({ data: { project: { run: { files: { edges: [{ node }], pageInfo: {} } } } } }))
    const error = failsWith(
      'Unreadable',
      await loadFile({ run: 'e/p/r', name: 'a' })(makeClient({ fetch: server.fetch }))(),
    )
    expect([error.what, error.failure.path]).toEqual(['file', ['id']])
  })
})
