import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, loadHistories, loadRuns, makeClient } from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith, rightOf } from '../servers/either.ts'

const project = 'synthetic/training'

let sandbox: Sandbox
let ids: ReadonlyArray<string> = []
beforeAll(async () => {
  sandbox = await startSandbox({
    records: [],
    synthetic: { runs: 6, historyRows: 5, artifactsPerRun: 60, filesPerRun: 2 },
  })
  ids = rightOf(await loadRuns({ project, fields: [] })(clientFor(() => undefined))()).runs.map(({ id }) => id)
})
afterAll(() => sandbox.close())

/** A client that gets another answer to what asks for some runs by themselves. */
const clientFor = (answer: (id: string) => Response | undefined): Client =>
  makeClient({
    baseUrl: sandbox.url,
    apiKey: sandbox.apiKey,
    maxRetries: 1,
    firstDelayMs: 1,
    maxDelayMs: 1,
    fetch: async (url, init) => {
      const { variables } = JSON.parse(String(init?.body ?? '{}'))
      const asked = Object.entries(variables ?? {}).flatMap(([name, id]) => (/^id\d*$/.test(name) ? [String(id)] : []))
      return asked.map(answer).find((one) => one !== undefined) ?? globalThis.fetch(url, init)
    },
  })

const statuses = [
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [429, 'RateLimited'],
  [500, 'HttpFailed'],
] as const

describe.each(statuses)('a run that answers %d', (status, tag) => {
  const client = (): Client => clientFor((id) => (id === ids[2] ? new Response('{}', { status }) : undefined))
  const others = (): ReadonlyArray<string> => ids.filter((id) => id !== ids[2])

  test('is one of the failures of loadRuns with a history, and the others come', async () => {
    for (const field of ['history', 'events'] as const) {
      const { runs, failures, complete } = rightOf(await loadRuns({ project, fields: [field] })(client())())
      expect(runs.map(({ id }) => id)).toEqual(others())
      expect(failures).toMatchObject([{ path: [field], actual: tag, runId: ids[2] }])
      expect(complete).toBe(true)
    }
  })

  test('is one of the failures of complete histories, and the others come', async () => {
    for (const stream of ['default', 'system'] as const) {
      const { items, failures } = rightOf(await loadHistories({ project, stream, complete: true })(client())())
      expect(items.map(({ run }) => run.id)).toEqual(others())
      expect(failures).toMatchObject([{ path: ['history'], actual: tag, runId: ids[2] }])
    }
  })
})

test('a run whose further artifact versions cannot be had is a failure, and the others come', async () => {
  const client = clientFor((id) => (id === ids[2] ? new Response('{}', { status: 500 }) : undefined))
  const loaded = rightOf(await loadRuns({ project, fields: ['loggedArtifactVersions'] })(client)())
  expect(loaded.runs.map(({ id }) => id)).toEqual(ids.filter((id) => id !== ids[2]))
  expect(loaded.runs.map((run) => run.loggedArtifactVersions.length)).toEqual([60, 60, 60, 60, 60])
  expect(loaded.failures).toMatchObject([{ path: ['loggedArtifactVersions'], actual: 'HttpFailed', runId: ids[2] }])
})

test('an error of the account that every run meets is the result', async () => {
  const client = clientFor(() => new Response('{}', { status: 403 }))
  failsWith('Forbidden', await loadRuns({ project, fields: ['history'] })(client)())
  failsWith('Forbidden', await loadHistories({ project, complete: true })(client)())
})
