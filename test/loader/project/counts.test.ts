import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { countRunsByState, loadTagCounts, makeClient } from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { lines, run } from '../../sandbox/fixture.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

describe('countRunsByState', async () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ records: [...lines, run('odd', { state: 'resting' })] })
  })
  afterAll(() => sandbox.close())
  beforeEach(() => sandbox.resetRequests())

  const client = () => quick(sandbox.url, sandbox.apiKey)
  const none = { pending: 0, running: 0, finished: 0, failed: 0, crashed: 0, killed: 0, preempting: 0, preempted: 0 }

  describe('countRunsByState', () => {
    test('counts all runs, those of each state, and those of no known one, in one request', async () => {
      expect(rightOf(await countRunsByState({ project: 'team/vision' })(client())())).toEqual({
        total: 5,
        states: { ...none, finished: 2, failed: 1, running: 1 },
        other: 1,
      })
      expect(sandbox.requests.map(({ operationName }) => operationName)).toEqual(['RunCounts'])
    })

    test('counts only what the filters leave', async () => {
      const filters = { tags: 'best' }
      expect(rightOf(await countRunsByState({ project: 'team/vision', filters })(client())())).toEqual({
        total: 1,
        states: { ...none, finished: 1 },
        other: 0,
      })
    })

    test('refuses filters that JSON cannot say, and a project that is not there', async () => {
      const filters = { lr: undefined }
      failsWith('InvalidQuery', await countRunsByState({ project: 'team/vision', filters })(client())())
      expect(sandbox.requests).toEqual([])
      failsWith('NotFound', await countRunsByState({ project: 'team/none' })(client())())
    })

    test('is ResponseMalformed where a count is missing', async () => {
      const { fetch } = scripted(() => ({ data: { project: { c0: 1 } } }))
      failsWith('ResponseMalformed', await countRunsByState({ project: 'team/vision' })(makeClient({ fetch }))())
    })
  })
})

describe('loadTagCounts', async () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ records: lines })
  })
  afterAll(() => sandbox.close())
  beforeEach(() => sandbox.resetRequests())

  const client = () => quick(sandbox.url, sandbox.apiKey)

  describe('loadTagCounts', () => {
    test('counts the runs of each tag in one request', async () => {
      expect(rightOf(await loadTagCounts({ project: 'team/vision' })(client())())).toEqual([
        { name: 'baseline', count: 1 },
        { name: 'best', count: 1 },
      ])
      expect(sandbox.requests.length).toBe(1)
    })

    test('counts only what the filters leave', async () => {
      expect(
        rightOf(await loadTagCounts({ project: 'team/vision', filters: { state: 'failed' } })(client())()),
      ).toEqual([])
    })

    test('refuses filters that JSON cannot say, and a project that is not there', async () => {
      const filters = { lr: Number.NaN }
      failsWith('InvalidQuery', await loadTagCounts({ project: 'team/vision', filters })(client())())
      expect(sandbox.requests).toEqual([])
      failsWith('NotFound', await loadTagCounts({ project: 'team/none' })(client())())
    })
  })
})
