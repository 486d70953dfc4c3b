import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadRunMetadata } from 'wandb-run-ops/loader'
import type { Sandbox } from '../../../sandbox/index.ts'
import { startFixture } from '../../fixtures/loader/sandbox.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startFixture()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.resetRequests()
  sandbox.faults.clear()
})

const load = (id: string) => loadRunMetadata({ run: `team/vision/${id}` })(quick(sandbox.url, sandbox.apiKey))()

test('returns the metadata, frozen, in two requests', async () => {
  const metadata = rightOf(await load('logs'))
  expect(metadata).toEqual({ os: 'Linux', program: 'train.py', gpu: null })
  expect(Object.isFrozen(metadata)).toBe(true)
  expect(sandbox.requests.length).toBe(2)
})

test('sends no API key to the signed address', async () => {
  await load('logs')
  expect(sandbox.requests.map(({ headers }) => 'authorization' in headers)).toEqual([true, false])
})

test('is undefined where the run has none, which is not a failure', async () => {
  expect(rightOf(await load('bare'))).toBe(undefined)
  expect(sandbox.requests.length).toBe(1)
})

test('a run that does not exist is an error, and not absence', async () => {
  expect(failsWith('NotFound', await load('none')).what).toBe('run')
})

test('metadata that is not JSON is an error, and not absence', async () => {
  expect(failsWith('ResponseMalformed', await load('broken')).detail).toBe('wandb-metadata.json is not a JSON object')
})

test('a server that fails is an error, and not absence', async () => {
  sandbox.faults.add({ kind: 'status', status: 400, when: { operation: 'RunFiles' } })
  failsWith('GraphqlRefused', await load('logs'))
})
