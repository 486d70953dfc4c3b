import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadFile, makeClient } from 'wandb-run-ops/loader'
import type { Sandbox } from '../../../sandbox/index.ts'
import { startFixture } from '../../fixtures/loader/sandbox.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

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
