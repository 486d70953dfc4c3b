import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
import { addProject } from '../../../../bench/server/addProject.ts'
import { ENTITY } from '../../../../bench/server/data.ts'
import { ReplayServer } from '../../../../bench/server/ReplayServer.ts'
import { latencyClock } from '../../../../bench/sides/ours/client.ts'
import { type Sandbox, startSandbox } from '../../../../sandbox/index.ts'

/** Enough runs for the loader to read a slow server's list in several parts at once. */
const RUNS = 6_000

let sandbox: Sandbox
let replay: ReplayServer

beforeAll(async () => {
  sandbox = await startSandbox({ records: [] })
  addProject(sandbox, { project: 'runs', runs: RUNS, configKeys: 1, summaryKeys: 1 })
  replay = new ReplayServer(sandbox, 0)
  await replay.start()
})

afterAll(async () => {
  replay.stop()
  await sandbox.close()
})

const delayed =
  (milliseconds: number): typeof fetch =>
  async (...request) => {
    await sleep(milliseconds)
    return fetch(...request)
  }

/** Lists all runs and returns the requests that were sent. */
const listRuns = async (options: { readonly fetch: typeof fetch; readonly now?: () => number }) => {
  replay.takeTraffic()
  const client = makeClient({ apiKey: sandbox.apiKey, baseUrl: replay.url, ...options })
  const { runs } = await orThrow(loadRuns({ project: `${ENTITY}/runs`, pageSize: 100 })(client))
  expect(runs).toHaveLength(RUNS)
  return replay.takeTraffic().requests.map(({ body }) => body)
}

test('a slow machine sends the same requests as a fast one, which it does not by the wall clock', async () => {
  const fast = await listRuns(latencyClock(0))
  expect(await listRuns(latencyClock(0, delayed(25)))).toEqual(fast)
  expect(await listRuns({ fetch: delayed(25) })).not.toEqual(fast)
}, 120_000)

test('every response takes the latency, and concurrent ones take it together', async () => {
  const { now, fetch } = latencyClock(50, async () => new Response())
  const start = now()
  await fetch('')
  expect(now() - start).toBe(50)
  await Promise.all([fetch(''), fetch('')])
  expect(now() - start).toBe(100)
})
