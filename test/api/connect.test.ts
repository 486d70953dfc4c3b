import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connect, WandbError } from 'wandb-run-ops'
import type { Sandbox } from '../../sandbox/index.ts'
import { startFixture } from '../fixtures/loader/sandbox.ts'
import { doorTo, nowhere, thrownBy } from './door.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startFixture()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.resetRequests())

describe('connect', () => {
  test('finds the key, the server and the defaults in the environment', async () => {
    const env = {
      WANDB_API_KEY: sandbox.apiKey,
      WANDB_BASE_URL: sandbox.url,
      WANDB_ENTITY: 'team',
      WANDB_PROJECT: 'vision',
    }
    const wandb = connect({ ...nowhere, env })
    expect(await wandb.runs().count()).toBe(await doorTo(sandbox).runs('team/vision').count())
    expect((await wandb.run('logs')).id).toBe('logs')
  })

  test('finds the key in netrc', async () => {
    const home = mkdtempSync(join(tmpdir(), 'door-'))
    writeFileSync(
      join(home, '.netrc'),
      `machine ${new URL(sandbox.url).host}\n login user\n password ${sandbox.apiKey}\n`,
    )
    const wandb = connect({ ...nowhere, home, baseUrl: sandbox.url })
    expect((await wandb.viewer()).username).toBe('ada')
  })

  test('takes options before the environment', async () => {
    const wandb = connect({ ...nowhere, env: { WANDB_ENTITY: 'other' }, apiKey: sandbox.apiKey, entity: 'team' })
    expect(wandb.client.entity).toBe('team')
  })

  test('throws without a key, unless anonymous', async () => {
    const error = await thrownBy(() => connect(nowhere))
    expect(error).toBeInstanceOf(WandbError)
    expect(error).toMatchObject({
      reason: { _tag: 'NoCredentials', host: 'api.wandb.ai' },
      message: 'No API key found for api.wandb.ai: pass apiKey, set WANDB_API_KEY, or log in with "wandb login".',
    })
    expect(connect({ ...nowhere, anonymous: true }).client.configError).toBeUndefined()
  })

  test.each([
    [{ apikey: 'x' }, 'Unknown option apikey. Did you mean apiKey?'],
    [{ url: 'x' }, /^Unknown option url\. Expected one of anonymous, apiKey, appUrl, baseUrl, /],
    [{ apiKey: 5 }, /apiKey/],
    [{ apiKey: 'not-a-real-key', baseUrl: 'wandb' }, /^Invalid client option: baseUrl must be a URL/],
    [{ apiKey: 'not-a-real-key', cache: { ttl: 0 } }, /^Invalid client option: ttl must be a positive number/],
    [{ maxRetires: 1 }, 'Unknown option maxRetires. Did you mean maxRetries?'],
    [{ base_url: 'x' }, 'Unknown option base_url. Did you mean baseUrl?'],
    ['not-a-real-key', 'Invalid client option: options must be an object.'],
    [null, 'Invalid client option: options must be an object.'],
  ])('throws for %j', async (options, message) => {
    const given = typeof options === 'object' && options !== null ? { ...nowhere, ...options } : options
    const error = await thrownBy(() => connect(given as never))
    expect(error).toBeInstanceOf(WandbError)
    expect((error as Error).message).toMatch(message)
  })

  test('never shows the key in an error', async () => {
    const apiKey = 'wrong0key0wrong0key0wrong0key0wrong00000'
    const error = await thrownBy(doorTo({ ...sandbox, apiKey }).run('team/vision/logs'))
    expect(error).toMatchObject({ reason: { _tag: 'Unauthorized' } })
    expect(`${JSON.stringify(error)}${(error as Error).stack}`).not.toContain(apiKey)
  })
})

describe('a cache', () => {
  test('is there on demand, until flush', async () => {
    const wandb = doorTo(sandbox, { cache: true })
    await wandb.project('team/vision')
    await wandb.project('team/vision')
    expect(sandbox.requests.length).toBe(1)
    wandb.flush()
    await wandb.project('team/vision')
    expect(sandbox.requests.length).toBe(2)
  })

  test('is not there by default', async () => {
    const wandb = doorTo(sandbox, { cache: false })
    await wandb.project('team/vision')
    wandb.flush()
    await wandb.project('team/vision')
    expect(sandbox.requests.length).toBe(2)
  })

  test('takes its options', async () => {
    let now = 0
    const wandb = doorTo(sandbox, { cache: { ttl: 10 }, now: () => now })
    await wandb.project('team/vision')
    now = 11
    await wandb.project('team/vision')
    expect(sandbox.requests.length).toBe(2)
  })
})

test('query evaluates over a project', async () => {
  const wandb = doorTo(sandbox)
  const { value, requests } = await wandb.query('runs.count', { project: 'team/vision' })
  expect([value, requests]).toEqual([await wandb.runs('team/vision').count(), 1])
  expect((await wandb.query({ text: 'runs.count', project: 'team/vision' })).value).toBe(value)
  expect((await wandb.query('runs.count', { project: 'team/vision', limit: 2 })).value).toBe(2)
  expect(await thrownBy(wandb.query('runs.nope', { project: 'team/vision' }))).toBeInstanceOf(WandbError)
  expect(await thrownBy(wandb.query('runs.count', { projects: 'x' } as never))).toMatchObject({
    message: 'Unknown option projects. Did you mean project?',
  })
})
