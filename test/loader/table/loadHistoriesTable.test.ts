import { afterEach, expect, expectTypeOf, test } from 'vitest'
import {
  type HistoriesTableQuery,
  type LoadedHistoriesTable,
  loadHistories,
  loadHistoriesTable,
  type Progress,
} from 'wandb-run-ops/loader'
import { historiesTable } from 'wandb-run-ops/ops'
import { type Line, type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { cellAt } from '../../../src/history/table/cellAt.ts'
import type { RunTable } from '../../../src/query/RunTable.ts'
import { logged } from '../../fixtures/loader/logged.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

const sandboxes: Array<Sandbox> = []

afterEach(async () => {
  await Promise.all(sandboxes.splice(0).map((sandbox) => sandbox.close()))
})

/** Run `i` with `i` rows of loss, and every third of them with accuracy. */
const runs: ReadonlyArray<Line> = Array.from({ length: 5 }, (_, index) =>
  logged(
    `r${index}`,
    Array.from({ length: index }, (_, _step) => ({ _step, loss: _step / 2, ...(index % 3 === 0 ? { acc: 1 } : {}) })),
    { createdAt: `2026-03-01T10:00:0${index}` },
  ),
)

const serve = async (records: ReadonlyArray<Line> = runs) => {
  const sandbox = await startSandbox({ records })
  sandboxes.push(sandbox)
  const client = quick(sandbox.url, sandbox.apiKey)
  const load = async (query: HistoriesTableQuery = {}) =>
    rightOf(await loadHistoriesTable({ project: 'team/vision', ...query })(client)())
  return { sandbox, client, load }
}

const cells = (table: RunTable, name: string): ReadonlyArray<unknown> => {
  const found = table.columns[name]
  return found === undefined ? [] : Array.from({ length: table.length }, (_, row) => cellAt(found, row))
}

test('a table has a row for each row of each history, by run and step', async () => {
  const { load } = await serve()
  const { table, ...account } = await load({ complete: true })
  expect(table.names).toEqual(['runId', '_step', 'loss', 'acc'])
  expect(cells(table, 'runId')).toEqual(['r1', 'r2', 'r2', 'r3', 'r3', 'r3', 'r4', 'r4', 'r4', 'r4'])
  expect(cells(table, '_step')).toEqual([0, 0, 1, 0, 1, 2, 0, 1, 2, 3])
  expect(cells(table, 'acc')).toEqual([...Array(3).fill(undefined), 1, 1, 1, ...Array(4).fill(undefined)])
  expect(account).toEqual({
    runs: 5,
    sampled: false,
    rowFailures: [],
    totalCount: 5,
    failures: [],
    duplicates: 0,
    skipped: 0,
    complete: true,
    cursor: expect.any(String),
  })
})

test.each([
  {},
  { keys: ['loss', 'acc'] },
  { complete: true },
  { keys: ['acc'], samples: 2 },
  { stream: 'system' },
] as const)('a table is that of the histories that are loaded with %j', async (query) => {
  const { client, load } = await serve()
  const { items } = rightOf(await loadHistories({ project: 'team/vision', ...query })(client)())
  const { table } = await load(query)
  const expected = historiesTable(items)
  for (const name of expected.names) expect(table.columns[name]).toEqual(expected.columns[name])
  expect(table.length).toBe(expected.length)
})

test('a table says that its rows are a sample', async () => {
  expect((await (await serve()).load({ samples: 2 })).sampled).toBe(true)
})

test('asked metrics are always there, and types know them', async () => {
  const { client } = await serve()
  const query = { project: 'team/vision', keys: ['acc', 'none'] } as const
  const loaded = rightOf(await loadHistoriesTable(query)(client)())
  expectTypeOf(loaded).toEqualTypeOf<LoadedHistoriesTable<'acc' | 'none'>>()
  expect(loaded.table.names).toEqual(['runId', '_step', 'acc', 'none'])
  expect(cells(loaded.table, 'none')).toEqual([undefined, undefined, undefined])
})

test('a run that cannot be read is a failure and has no rows', async () => {
  const { sandbox, load } = await serve()
  sandbox.faults.add({ kind: 'malformed-run', shape: 'created-at', indexes: [3] })
  const { table, failures, runs, complete } = await load({ complete: true })
  expect([runs, failures.length, complete, new Set(cells(table, 'runId')).size]).toEqual([4, 1, true, 3])
})

test('pages, a limit and progress are those of histories', async () => {
  const { load } = await serve()
  const steps: Array<Progress> = []
  const head = await load({ pageSize: 2, limit: 3, onProgress: (one) => steps.push(one) })
  expect(steps.map(({ phase, loaded }) => [phase, loaded])).toEqual([
    ['runs', 2],
    ['runs', 3],
  ])
  expect([head.runs, head.complete, cells(head.table, 'runId')]).toEqual([3, false, ['r1', 'r2', 'r2']])
  const rest = await load({ after: head.cursor })
  expect([rest.runs, rest.complete, rest.table.length]).toEqual([2, true, 7])
})

test('options are checked as those of histories are', async () => {
  const { client } = await serve()
  const query = { project: 'team/vision', minStep: 5 }
  expect(failsWith('InvalidQuery', await loadHistoriesTable(query)(client)()).field).toBe('minStep')
})
