import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ConsoleLogsQuery, loadConsoleLogs, makeClient, type Progress } from 'wandb-run-ops/loader'
import type { Sandbox } from '../../../sandbox/index.ts'
import { startFixture } from '../../fixtures/loader/sandbox.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startFixture({ logPageBytes: 400 })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.resetRequests()
  sandbox.faults.clear()
})

const run = 'team/vision/logs'
const attempt = (query: Partial<ConsoleLogsQuery> = {}) =>
  loadConsoleLogs({ run, ...query })(quick(sandbox.url, sandbox.apiKey))()
const load = async (query: Partial<ConsoleLogsQuery> = {}) => rightOf(await attempt(query))
const upTo = (end: number, start = 0) => Array.from({ length: end - start }, (_, i) => start + i)

describe('console logs from the first line on', () => {
  test('are whole though the server cuts pages at a size and reports that they are the last', async () => {
    const { items, ...rest } = await load()
    expect(items.map(({ number }) => number)).toEqual(upTo(250))
    expect(rest).toMatchObject({ totalCount: 250, failures: [], skipped: 0, complete: true })
    expect(sandbox.requests.length).toBeGreaterThan(2)
  })

  test('hold text, level and time', async () => {
    const { items } = await load({ limit: 4 })
    expect(items[0]).toEqual({
      number: 0,
      level: 'error',
      label: undefined,
      timestamp: new Date('2026-03-01T10:00:00.123Z'),
      content: 'line 0',
    })
    expect(items[3]?.timestamp).toBe(undefined)
  })

  test('continue after a cursor', async () => {
    const first = await load({ limit: 20 })
    expect([first.items.length, first.complete]).toEqual([20, false])
    expect((await load({ after: first.cursor })).items.map(({ number }) => number)).toEqual(upTo(250, 20))
  })

  test('are empty for a run that never wrote anything', async () => {
    expect(await load({ run: 'team/vision/bare' })).toMatchObject({ items: [], complete: true })
  })

  test('say how far they have come', async () => {
    const told: Array<Progress> = []
    await load({ limit: 5, onProgress: (progress) => told.push(progress) })
    expect(told).toEqual([{ phase: 'consoleLines', loaded: 5, total: 250 }])
  })

  test('of an older server are refused with advice', async () => {
    const message = 'Unknown argument "useImprovedPagination" on field "logLines" of type "Run".'
    const server = scripted(() => ({ errors: [{ message }] }))
    const error = failsWith('Unsupported', await loadConsoleLogs({ run })(makeClient({ fetch: server.fetch }))())
    expect(error.message).toContain('pass last to load the last lines')
  })
})

describe('the last lines', () => {
  test('come in one request, the oldest first, without a cursor', async () => {
    const { items, ...rest } = await load({ last: 7 })
    expect(items.map(({ number }) => number)).toEqual(upTo(250, 243))
    expect(rest).toMatchObject({ totalCount: 250, complete: true, cursor: undefined })
    expect(sandbox.requests.length).toBe(1)
  })

  test('are all lines where there are no more', async () => {
    expect(await load({ last: 9000 })).toMatchObject({ totalCount: 250, complete: true })
  })

  test('are not complete where the server returns fewer than there are', async () => {
    const logLines = { edges: [{ node: { number: 19_999, line: 'end' } }] }
    const server = scripted(() => ({ data: { project: { run: { logLineCount: 20_000, logLines } } } }))
    const listed = await loadConsoleLogs({ run, last: 15_000 })(makeClient({ fetch: server.fetch }))()
    expect(rightOf(listed)).toMatchObject({ complete: false, totalCount: 20_000 })
  })

  test('are none, and complete, for a run that never wrote anything', async () => {
    expect(await load({ run: 'team/vision/bare', last: 5 })).toMatchObject({ items: [], complete: true })
  })

  test('that cannot be read are failures, and null nodes are skipped', async () => {
    const logLines = { edges: [{ node: { line: 'no number' } }, { node: null }, { node: { number: 2, line: 'c' } }] }
    const server = scripted(() => ({ data: { project: { run: { logLineCount: 3, logLines } } } }))
    const listed = rightOf(await loadConsoleLogs({ run, last: 3 })(makeClient({ fetch: server.fetch }))())
    expect(listed).toMatchObject({ skipped: 1, complete: true, failures: [{ path: ['number'], index: 0 }] })
  })
})

describe('console logs that cannot be loaded', () => {
  test('are asked for in ways that do not go together: nothing is sent', async () => {
    for (const query of [{ last: 0 }, { last: 1.5 }, { last: 5, after: 'a' }, { last: 5, limit: 1 }, { limit: 0 }])
      failsWith('InvalidQuery', await attempt(query))
    expect(sandbox.requests).toEqual([])
  })

  test('are of a run that does not exist', async () => {
    for (const query of [{}, { last: 5 }])
      expect(failsWith('NotFound', await attempt({ run: 'team/vision/none', ...query })).what).toBe('run')
  })
})
