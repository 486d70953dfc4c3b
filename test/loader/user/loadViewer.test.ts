import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadViewer } from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { people } from './people.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: people })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.resetRequests())

const client = (more = {}) => quick(sandbox.url, sandbox.apiKey, more)
const operations = () => sandbox.requests.map(({ operationName }) => operationName)

describe('loadViewer', () => {
  test('loads the account of the key in one request', async () => {
    expect(rightOf(await loadViewer()(client())())).toMatchObject({
      username: 'ada',
      name: 'Ada',
      email: 'ada@example.com',
      entity: 'team',
      teams: ['team'],
      deletedAt: undefined,
    })
    expect(operations()).toEqual(['Viewer'])
  })

  test('asks for nothing that only W&B’s own programs may see', async () => {
    await loadViewer()(client())()
    expect(sandbox.requests[0]?.query).not.toMatch(/apiKey|flags/)
  })

  test('is NotFound without a key where the server lets everybody in', async () => {
    const open = await startSandbox({ records: people, anonymous: true })
    const error = failsWith('NotFound', await loadViewer()(quick(open.url, undefined))())
    expect([error.what, error.path]).toEqual(['viewer', open.url])
    await open.close()
    failsWith('Unauthorized', await loadViewer()(quick(sandbox.url, undefined))())
  })

  test('ends at the signal', async () => {
    failsWith('Aborted', await loadViewer({ signal: AbortSignal.abort() })(client())())
  })
})
