import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  countRuns,
  countRunsByState,
  loadHistories,
  loadRuns,
  loadTagCounts,
  type RunsQuery,
} from 'wandb-run-ops/loader'
import { matches, ordOf, runId } from 'wandb-run-ops/ops'
import {
  and,
  asc,
  between,
  column,
  contains,
  desc,
  eq,
  exists,
  type Filter,
  gt,
  isIn,
  matchesPattern,
  not,
  type Order,
  or,
  splitFilter,
} from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

const project = 'harbor-lab/digits'

let sandbox: Sandbox
let all: ReadonlyArray<Run>
const client = () => quick(sandbox.url, sandbox.apiKey)
const load = async (query: RunsQuery) => rightOf(await loadRuns({ project, pageSize: 500, ...query })(client())()).runs

beforeAll(async () => {
  sandbox = await startSandbox()
  all = await load({})
})
afterAll(() => sandbox.close())

const created = column.createdAt
const filters = (): ReadonlyArray<Filter<Run>> => {
  const times = all.map(({ createdAt }) => createdAt).sort((one, other) => one.getTime() - other.getTime())
  const [start, end] = [times[10] ?? new Date(0), times[40] ?? new Date(0)]
  return [
    eq(column.state, 'finished'),
    not(eq(column.state, 'finished')),
    exists(column.group),
    between(created, { start, end }),
    matchesPattern(column.name, /-\d*[13579]$/),
    contains(column.name, all[0]?.displayName?.slice(1, 4) ?? ''),
    isIn(column.id, all.slice(3, 9).map(runId)),
    gt(column.runtime, 1),
    or(exists(column.config('max_depth')), gt(column.summary('accuracy'), 0.9)),
  ]
}
const orders: ReadonlyArray<Order<Run>> = [
  desc(created),
  asc(column.displayName),
  desc(column.summary('accuracy')),
  asc(column.config('learning_rate')),
  asc(column.state),
]

describe('the recorded runs', () => {
  test('are there', () => {
    expect(all.length).toBeGreaterThan(50)
  })

  test('come as a filter leaves them', async () => {
    const shares: Array<number> = []
    for (const asked of filters()) {
      const left = all.filter(matches(asked))
      expect((await load({ filters: asked })).map(runId)).toEqual(left.map(runId))
      shares.push(left.length)
    }
    expect(shares.filter((share) => share > 0 && share < all.length).length).toBeGreaterThan(5)
  })

  test('come in the order of an order', async () => {
    for (const order of orders)
      expect((await load({ order })).map(runId)).toEqual(all.toSorted(ordOf(order).compare).map(runId))
  })

  test('come as a split filter leaves them, the rest asked of what came', async () => {
    const asked = and(eq(column.state, 'finished'), gt(column.historyLineCount, 10))
    const { pushed, remaining } = splitFilter(asked)
    const loaded = await load({ filters: pushed })
    expect(loaded.length).toBeLessThan(all.length)
    expect(loaded.filter(matches(remaining)).map(runId)).toEqual(all.filter(matches(asked)).map(runId))
  })

  test('are counted as a filter leaves them', async () => {
    const asked = eq(column.state, 'finished')
    const left = all.filter(matches(asked))
    const counts = rightOf(await countRunsByState({ project, filters: asked })(client())())
    expect(rightOf(await countRuns({ project, filters: asked })(client())())).toBe(left.length)
    expect([counts.total, counts.states.finished, counts.states.crashed]).toEqual([left.length, left.length, 0])
    const tags = rightOf(await loadTagCounts({ project, filters: asked })(client())())
    const tagged = left.reduce((sum, run) => sum + run.tags.length, 0)
    expect(tags.reduce((sum, { count }) => sum + count, 0)).toBe(tagged)
  })

  test('bring their histories as a filter and an order leave them', async () => {
    const [asked, order] = [isIn(column.id, all.slice(0, 3).map(runId)), desc(column.id)]
    const { items } = rightOf(await loadHistories({ project, filters: asked, order, samples: 5 })(client())())
    expect(items.map(({ run }) => run.id)).toEqual(all.slice(0, 3).map(runId).sort().reverse())
  })
})

test('what the server cannot be asked is refused, and nothing is sent', async () => {
  sandbox.resetRequests()
  const filtered = failsWith(
    'InvalidQuery',
    await loadRuns({ project, filters: contains(column.notes, 'a') })(client())(),
  )
  const sorted = failsWith('InvalidQuery', await loadRuns({ project, order: asc(column.config('a.b')) })(client())())
  expect([filtered.field, sorted.field, sandbox.requests.length]).toEqual(['filters.notes', 'order.config["a.b"]', 0])
})
