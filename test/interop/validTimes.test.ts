import { DuckDBInstance } from '@duckdb/node-api'
import { tableFromIPC, tableToIPC } from 'apache-arrow'
import { expect, test } from 'vitest'
import { tableFromArrow, tableToArrow } from 'wandb-run-ops/arrow'
import { duckDbOrThrow, registerTable } from 'wandb-run-ops/duckdb'
import { runTable, tableColumn } from 'wandb-run-ops/ops'
import { column } from 'wandb-run-ops/query'

const times = [new Date(5), new Date(Number.NaN), undefined, new Date(-1)]
const table = runTable(
  times.map((at) => ({ createdAt: at as Date, config: { at: [at] } })),
  { at: column.createdAt, list: column.config('at') },
)

test('an invalid date is null in Arrow, alone and in a list', () => {
  const sent = tableFromIPC(tableToIPC(tableToArrow(table)))
  expect(sent.getChild('at')?.toJSON()).toEqual([5, null, null, -1])
  expect(tableColumn(tableFromArrow(sent), 'list')).toEqual([[new Date(5)], [null], [null], [new Date(-1)]])
})

test('an invalid date is NULL in DuckDB, alone and in a list', async () => {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  await duckDbOrThrow(registerTable('runs', table)(connection))
  const rows = await connection.runAndReadAll('SELECT epoch_ms("at"), epoch_ms(list[1]) FROM runs')
  expect(rows.getRows()).toEqual([5n, null, null, -1n].map((ms) => [ms, ms]))
  connection.closeSync()
  instance.closeSync()
})

test('valid dates share their arrays and bitmaps', () => {
  const valid = runTable([{ createdAt: new Date(5) }, { createdAt: undefined as never }], { at: column.createdAt })
  const data = tableToArrow(valid).getChild('at')?.data[0]
  expect(data?.nullBitmap.buffer).toBe(valid.columns.at.valid?.buffer)
})
