import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadProject, loadProjects, makeClient } from 'wandb-run-ops/loader'
import { projectName, projectUrl } from 'wandb-run-ops/ops'
import { unknownUser } from 'wandb-run-ops/types'
import { type Line, type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { lines } from '../../sandbox/fixture.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

describe('loadProject', async () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ records: lines })
  })
  afterAll(() => sandbox.close())
  beforeEach(() => {
    sandbox.resetRequests()
    sandbox.faults.clear()
  })

  const client = (more = {}) => quick(sandbox.url, sandbox.apiKey, more)
  const operations = () => sandbox.requests.map(({ operationName }) => operationName)

  describe('loadProject', () => {
    test('loads a project with its counts and tags in one request', async () => {
      const project = rightOf(await loadProject('team/vision')(client())())
      expect(project).toMatchObject({
        entity: 'team',
        name: 'vision',
        runCount: 4,
        sweepCount: 0,
        tags: ['baseline', 'best'],
        appUrl: sandbox.url,
        createdAt: new Date('2026-01-01T00:00:00Z'),
      })
      expect(operations()).toEqual(['Project'])
    })

    test('takes a URL, a query, and the client’s own project', async () => {
      for (const query of [`${sandbox.url}/team/vision/table`, { project: 'team/vision' }])
        expect(rightOf(await loadProject(query)(client())()).name).toBe('vision')
      expect(rightOf(await loadProject({})(client({ entity: 'team', project: 'empty' }))()).runCount).toBe(0)
    })

    test('is NotFound where there is none, and asks once', async () => {
      const error = failsWith('NotFound', await loadProject('team/none')(client())())
      expect([error.what, error.path]).toEqual(['project', 'team/none'])
      expect(operations()).toEqual(['Project'])
    })

    test('keeps partial data that came with an error', async () => {
      sandbox.faults.add({ kind: 'graphql-errors', messages: ['too slow'], partial: true })
      const error = failsWith('GraphqlRefused', await loadProject('team/vision')(client())())
      expect(error.errors).toMatchObject([{ message: 'too slow' }])
      expect(error.partial).toMatchObject({ project: { name: 'vision' } })
      expect(operations()).toEqual(['Project'])
    })

    test('is Unreadable where a field is not what it should be, without the value', async () => {
      const { fetch } = scripted(() => ({ data: { project: { id: 'a', name: 'p', entityName: { secret: 1 } } } }))
      const error = failsWith('Unreadable', await loadProject('team/p')(makeClient({ fetch }))())
      expect(error).toMatchObject({
        what: 'project',
        failure: { path: ['entity'], expected: 'string', actual: 'object' },
      })
      expect(JSON.stringify(error)).not.toContain('secret')
    })

    test('ends at the signal', async () => {
      failsWith('Aborted', await loadProject({ project: 'team/vision', signal: AbortSignal.abort() })(client())())
      expect(sandbox.requests).toEqual([])
    })
  })
})

describe('loadProjects', async () => {
  const project = (number: number): Line => ({
    kind: 'project',
    entity: 'team',
    name: `p${number}`,
    description: null,
    createdAt: '2026-01-01T00:00:00',
    user: 'ada',
  })
  const records: ReadonlyArray<Line> = [
    { kind: 'user', username: 'ada', name: 'Ada', email: 'ada@example.com' },
    ...Array.from({ length: 25 }, (_, i) => project(i)),
    { ...project(0), entity: 'lab' } as Line,
  ]

  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ records })
  })
  afterAll(() => sandbox.close())
  beforeEach(() => {
    sandbox.resetRequests()
    sandbox.faults.clear()
  })

  const client = (more = {}) => quick(sandbox.url, sandbox.apiKey, more)
  const operations = () => sandbox.requests.map(({ operationName }) => operationName)

  describe('loadProjects', () => {
    test('loads all projects of an entity in ⌈n / pageSize⌉ requests, and no others', async () => {
      const listed = rightOf(await loadProjects({ entity: 'team', pageSize: 10 })(client())())
      expect(listed.items.map(projectName)).toEqual(Array.from({ length: 25 }, (_, i) => `p${i}`))
      expect([listed.complete, listed.totalCount, listed.failures]).toEqual([true, undefined, []])
      expect(operations()).toEqual(['Projects', 'Projects', 'Projects'])
    })

    test('requests the given page size, or 200 by default', async () => {
      await loadProjects({ entity: 'team', pageSize: 7 })(client())()
      await loadProjects({ entity: 'team' })(client())()
      expect(sandbox.requests.map(({ variables }) => variables['first'])).toEqual([7, 7, 7, 7, 200])
    })

    test('asks for the default entity only where nothing names one', async () => {
      expect(rightOf(await loadProjects({})(client())()).items.length).toBe(25)
      expect(operations()).toEqual(['DefaultEntity', 'Projects'])
      sandbox.resetRequests()
      expect(rightOf(await loadProjects({})(client({ entity: 'lab' }))()).items.map(projectName)).toEqual(['p0'])
      expect(operations()).toEqual(['Projects'])
    })

    test('adds the URL and the owner to projects', async () => {
      const [first] = rightOf(await loadProjects({ entity: 'team', limit: 1 })(client())()).items
      expect(first && projectUrl(first)).toBe(`${sandbox.url}/team/p0/workspace`)
      expect(first?.user).toMatchObject({ username: 'ada', name: 'Ada' })
    })

    test('passes an empty page, and stops at the limit', async () => {
      sandbox.faults.add({ kind: 'empty-page', when: { operation: 'Projects', page: 2, times: 1 } })
      const all = rightOf(await loadProjects({ entity: 'team', pageSize: 10 })(client())())
      expect([all.items.length, all.complete]).toEqual([25, true])
      const some = rightOf(await loadProjects({ entity: 'team', pageSize: 10, limit: 12 })(client())())
      expect([some.items.length, some.complete]).toEqual([12, false])
      const rest = rightOf(await loadProjects({ entity: 'team', after: some.cursor })(client())())
      expect(rest.items.map(projectName)).toEqual(Array.from({ length: 13 }, (_, i) => `p${i + 12}`))
    })

    test('makes one unreadable project one failure, and skips null', async () => {
      const node = { id: 'a', name: 'p', entityName: 'team' }
      const { fetch } = scripted(() => ({
        data: {
          models: {
            pageInfo: { hasNextPage: false },
            edges: [{ node: { ...node, id: null } }, { node: null }, null, { node }],
          },
        },
      }))
      const listed = rightOf(await loadProjects({ entity: 'team' })(makeClient({ fetch }))())
      expect(listed.items.map(({ name, user }) => [name, user])).toEqual([['p', unknownUser]])
      expect(listed.failures).toMatchObject([
        { path: ['id'], expected: 'StorageId', actual: 'null', page: 0, index: 0 },
      ])
      expect([listed.skipped, listed.complete]).toEqual([2, true])
    })

    test('distinguishes an entity that is not there from one without projects', async () => {
      const { fetch } = scripted(() => ({ data: { models: null } }))
      expect(failsWith('NotFound', await loadProjects({ entity: 'nobody' })(makeClient({ fetch }))())).toMatchObject({
        what: 'entity',
        path: 'nobody',
      })
      expect(rightOf(await loadProjects({ entity: 'ada' })(client())()).items).toEqual([])
    })

    test.each(['', ' ', 'team/vision', 5 as never])('refuses %j as an entity, and sends nothing', async (entity) => {
      failsWith('InvalidPath', await loadProjects({ entity })(client())())
      expect(sandbox.requests).toEqual([])
    })
  })
})
