import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import { column, type LoadedHistoriesTable, type LoadedRunTable, tableRows } from 'wandb-run-ops'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { doorTo, thrownBy } from '../door.ts'

const project = 'synthetic/training'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: [], synthetic: { project: 'training', runs: 25, historyRows: 3 } })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.resetRequests())

describe('a table', () => {
  test('has the columns that were asked for, by names that types know', async () => {
    const columns = { lr: column.config('learning_rate'), loss: 'summary.loss' } as const
    const loaded = await doorTo(sandbox).table(project, { columns })
    expectTypeOf(loaded).toEqualTypeOf<LoadedRunTable<'lr' | 'loss'>>()
    expect([loaded.table.length, loaded.complete, loaded.table.columns.lr.type]).toEqual([25, true, 'number'])
  })

  test('takes one query, or texts for columns', async () => {
    const wandb = doorTo(sandbox)
    const loaded = await wandb.table({ project, columns: ['id', 'state'], filters: { state: 'finished' } })
    expectTypeOf(loaded).toEqualTypeOf<LoadedRunTable<'id' | 'state'>>()
    expect(new Set(tableRows(loaded.table).map(({ state }) => state))).toEqual(new Set(['finished']))
  })

  test('without columns has all', async () => {
    const loaded = await doorTo(sandbox).table(project)
    expectTypeOf(loaded).toEqualTypeOf<LoadedRunTable>()
    expect(loaded.table.names).toContain('config.learning_rate')
  })

  test('of runs has what those are asked for', async () => {
    const runs = doorTo(sandbox).runs(project, { filters: { state: 'finished' }, order: '-created_at', limit: 3 })
    const { table } = await runs.table({ id: 'id' })
    expectTypeOf(table.columns.id.type).not.toBeNever()
    const { runs: records } = await runs
    expect(tableRows(table)).toEqual(records.map(({ id }) => ({ id })))
    expect((await runs.table()).table.length).toBe(3)
  })

  test('with an option that does not exist throws, and sends nothing', async () => {
    const error = await thrownBy(doorTo(sandbox).table(project, { colums: ['id'] } as never))
    expect(error).toMatchObject({ name: 'WandbError', message: 'Unknown option colums. Did you mean columns?' })
    const wrong = await thrownBy(doorTo(sandbox).runs(project).table({ lr: 'confg.lr' }))
    expect(wrong).toMatchObject({ reason: { _tag: 'InvalidQuery', field: 'columns.lr' } })
    expect(sandbox.requests).toEqual([])
  })
})

test('a table of histories has the asked metrics, which types know', async () => {
  const loaded = await doorTo(sandbox).historiesTable(project, { keys: ['loss'] })
  expectTypeOf(loaded).toEqualTypeOf<LoadedHistoriesTable<'loss'>>()
  expect([loaded.runs, loaded.complete, loaded.table.columns.runId.type]).toEqual([25, true, 'text'])
})
