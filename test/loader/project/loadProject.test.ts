import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadProject, makeClient } from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { lines } from '../../sandbox/fixture.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

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
    for (const query of ['https://wandb.ai/team/vision/table', { project: 'team/vision' }])
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
