import { describe, expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import { checkQuery } from '../../../src/loader/request/checkQuery.ts'
import { planRanges } from '../../../src/loader/run/planRanges.ts'
import { rightOf } from '../servers/either.ts'
import { runNode } from '../servers/nodes.ts'
import { type Quirks, timeline } from '../servers/timeline.ts'
import { virtualTime } from '../servers/virtualTime.ts'

const start = Date.UTC(2024, 0, 1)
const DAY = 86_400_000

const runsAt = (times: ReadonlyArray<number>) =>
  times.map((time, number) => runNode(number, { createdAt: new Date(start + time).toISOString().slice(0, -1) }))

const plan = async (times: ReadonlyArray<number>, quirks: Quirks = {}, order = '+created_at') => {
  const server = timeline(runsAt(times), quirks)
  const client = makeClient({ ...virtualTime(), fetch: server.fetch, maxRetries: 0 })
  const query = rightOf(await checkQuery({ pageSize: 10, order }))
  const list = { path: { entity: 'a', project: 'b' }, query }
  const rest =
    order === '+created_at'
      ? { from: new Date(start), to: undefined }
      : { from: undefined, to: new Date(start + Math.max(...times)) }
  const moments = await planRanges(client, list, rest, times.length, new AbortController().signal)
  const cuts = [
    Number.NEGATIVE_INFINITY,
    ...moments.map((moment) => moment.getTime() - start),
    Number.POSITIVE_INFINITY,
  ]
  const counts = cuts.slice(1).map((to, i) => times.filter((time) => time >= (cuts[i] as number) && time < to).length)
  return { moments, counts, sent: server.sent.map(({ operationName }) => operationName) }
}

const evenly = Array.from({ length: 400 }, (_, i) => i * 3_600_000)

describe('planRanges', () => {
  test.each(['+created_at', '-created_at'])('cuts what is even into even parts (%s)', async (order) => {
    const { counts, sent } = await plan(evenly, {}, order)
    expect(counts.length).toBeGreaterThan(8)
    expect(Math.max(...counts)).toBeLessThanOrEqual(2 * (400 / counts.length))
    expect(sent).toEqual(['LastCreatedRun', 'RunRangeCounts'])
  })

  test('looks more closely at a burst', async () => {
    const burst = Array.from({ length: 300 }, (_, i) => 300 * DAY + i * 60_000)
    const { counts, sent } = await plan([0, 10 * DAY, ...burst, 700 * DAY])
    expect(counts.length).toBeGreaterThan(3)
    expect(Math.max(...counts)).toBeLessThan(200)
    expect(sent.length).toBe(4)
  })

  test('cuts at whole seconds, in their order, each once', async () => {
    const { moments } = await plan(Array.from({ length: 400 }, (_, i) => i * 33))
    const times = moments.map((moment) => moment.getTime())
    expect(times.every((time) => time % 1000 === 0)).toBe(true)
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
    expect(times.length).toBeGreaterThan(4)
  })

  test('cuts nothing where all were created at once', async () => {
    expect((await plan(Array.from({ length: 400 }, (_, i) => i))).moments).toEqual([])
  })

  test('cuts nothing of few pages, without a request', async () => {
    expect(await plan(evenly.slice(0, 39))).toMatchObject({ moments: [], sent: [] })
  })

  test.each(['LastCreatedRun', 'RunRangeCounts'])('cuts nothing where the server refuses %s', async (operation) => {
    const instead: Quirks['instead'] = ({ operationName }) =>
      operationName === operation ? { errors: [{ message: 'no' }] } : undefined
    expect((await plan(evenly, { instead })).moments).toEqual([])
  })

  test.each([null, '', 'soon', 7])('cuts nothing where the last run was created at %j', async (createdAt) => {
    const instead: Quirks['instead'] = ({ operationName }) =>
      operationName === 'LastCreatedRun'
        ? { data: { project: { runs: { edges: [{ node: { createdAt } }] } } } }
        : undefined
    expect((await plan(evenly, { instead })).moments).toEqual([])
  })
})
