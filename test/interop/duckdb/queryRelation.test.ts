import { DuckDBInstance } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { duckDbOrThrow, insertRuns, queryRelation } from 'wandb-run-ops/duckdb'
import { column, count, eq, mean } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { rowsOf } from '../../laws/closeAnswers.ts'
import { runLists } from '../../laws/sqlRuns.ts'

const runs: ReadonlyArray<Run> = (runLists(1, 1)[0] ?? []).slice(0, 3).map((run, place) => ({
  ...run,
  id: ['\ufeffr0', 'r1', 'r2'][place] as Run['id'],
  config: { optimizer: ['adam', 'sgd', 'adam'][place] },
  summary: { loss: [0.5, 0.25, 1][place] },
}))

const connection = await (await DuckDBInstance.create()).connect()
await duckDbOrThrow(insertRuns(runs, { table: 'some runs' })(connection))

const source = 'some runs'

test('returns the answer as a table, text unchanged', async () => {
  const groups = await duckDbOrThrow(
    queryRelation({
      source,
      groupBy: { optimizer: column.config('optimizer') },
      aggregates: { Runs: count(), runs: mean(column.summary('loss')) },
      sort: [{ by: 'runs', direction: 'asc' }],
    })(connection),
  )
  expect(groups.names).toEqual(['optimizer', 'Runs', 'runs'])
  expect(rowsOf(groups)).toEqual([
    ['sgd', 1, 0.25],
    ['adam', 2, 0.75],
  ])
  const ids = await duckDbOrThrow(
    queryRelation({ source, columns: { Id: column.id, id: column.id }, limit: 1 })(connection),
  )
  expect(rowsOf(ids)).toEqual([['\ufeffr0', '\ufeffr0']])
})

test('reports a relation that a table cannot answer, and a table that is not there', async () => {
  const history = { source, filter: eq(column.history('loss').min, 1) }
  expect(await queryRelation(history)(connection)()).toMatchObject(E.left({ _tag: 'InvalidQuery' }))
  expect(await queryRelation({ limit: 1.5 })(connection)()).toMatchObject(E.left({ field: 'limit' }))
  expect(await queryRelation({})(connection)()).toMatchObject(E.left({ _tag: 'TableMissing', table: 'runs' }))
})
