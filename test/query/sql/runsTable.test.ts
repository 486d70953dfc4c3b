import { describe, expect, it } from 'vitest'
import { runsTable, toSqlRow } from 'wandb-run-ops/query'
import { unknownUser } from 'wandb-run-ops/types'
import { runLists } from '../../laws/sqlRuns.ts'

const [run] = runLists(1, 1)[0] ?? []
if (run === undefined) throw new Error('there is no run')

describe('toSqlRow', () => {
  it('has null for missing values', () => {
    const bare = { ...run, heartbeatAt: undefined, group: undefined, readOnly: undefined, computeSeconds: undefined }
    expect(toSqlRow({ ...bare, user: unknownUser }, 3)).toMatchObject({
      ...{ position: 3, heartbeat_at: null, run_group: null, read_only: null, compute_seconds: null, username: null },
    })
  })
  it('has times in milliseconds', () => {
    expect(toSqlRow({ ...run, createdAt: new Date(1500) }, 0).created_at).toBe(1500)
  })
  it('distinguishes an empty string from none', () => {
    expect(toSqlRow({ ...run, displayName: '' }, 0).display_name).toBe('')
  })
  it('has no lone surrogates', () => {
    expect(toSqlRow({ ...run, notes: 'a\ud800', tags: ['\udc00'] }, 0)).toMatchObject({
      notes: 'a\ufffd',
      tags: ['\ufffd'],
    })
  })
  it('takes its position from map', () => {
    expect([run, run].map(toSqlRow).map(({ position }) => position)).toEqual([0, 1])
  })
})

if (run === undefined) throw new Error('there is no run')

const columnsOf = (sql: string): ReadonlyArray<string> =>
  Array.from(sql.matchAll(/^ {2}(\w+) /gm), ([, name]) => name ?? '')

describe('runsTable', () => {
  it.each(['clickhouse', 'duckdb'] as const)('has the columns of a row, in order (%s)', (dialect) => {
    expect(columnsOf(runsTable(dialect))).toEqual(Object.keys(toSqlRow(run, 0)))
  })
  it('quotes the name', () => {
    expect(runsTable('duckdb', 'my "runs"')).toContain('"my ""runs"""')
    expect(runsTable('clickhouse', 'a\\')).toContain('"a\\\\"')
  })
  it('declares the storage in ClickHouse', () => {
    expect(runsTable('clickhouse')).toContain('display_name Nullable(String)')
    expect(runsTable('clickhouse')).toMatch(/ENGINE = MergeTree\nORDER BY position$/)
  })
})
