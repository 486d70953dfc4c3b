import { DuckDBInstance } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { byDay, byHour, column, desc, eq, gte, runsTable, toSql, toSqlOrder } from 'wandb-run-ops/query'

const day = byDay(column.createdAt, 'Europe/Berlin')

test('the zone is a parameter', () => {
  for (const dialect of ['duckdb', 'clickhouse'] as const)
    expect(toSql(gte(day, new Date(0)), dialect)).toMatchObject(E.right({ parameters: { p0: 'Europe/Berlin', p1: 0 } }))
})

test('a zone that does not exist is refused with its place', () => {
  const filter = { ...eq(day, new Date(0)), column: { ...day, zone: "'; DROP TABLE runs" } }
  expect(toSql(filter as never, 'duckdb')).toMatchObject(E.left({ _tag: 'InvalidQuery', field: 'filter.column.zone' }))
  expect(toSqlOrder(desc({ ...day, zone: 'Mars' } as never), 'clickhouse')).toMatchObject(
    E.left({ field: 'order.0.column.zone' }),
  )
})

test('the time zone of the session does not matter', async () => {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  await connection.run(runsTable('duckdb'))
  const time = Date.parse('2026-10-25T01:30:00Z')
  for (const zone of ['UTC', 'Pacific/Auckland', 'America/Havana']) {
    await connection.run(`SET TimeZone = '${zone}'`)
    for (const [of, expected] of [
      [day, '2026-10-24T22:00:00.000Z'],
      [byHour(column.createdAt, 'Europe/Berlin'), '2026-10-25T01:00:00.000Z'],
    ] as const) {
      const sql = toSql(eq(of, new Date(expected)), 'duckdb')
      if (E.isLeft(sql)) throw new Error(sql.left.reason)
      const text = `SELECT ${sql.right.text} FROM (SELECT ${time}::BIGINT AS created_at)`
      expect((await connection.runAndReadAll(text, sql.right.parameters)).getRows()).toEqual([[true]])
    }
  }
})
