import { describe, expect, it } from 'vitest'
import { runsTable, toSqlRow } from 'wandb-run-ops/ops'
import { runLists } from '../../../laws/sqlRuns.ts'

const [run] = runLists(1, 1)[0] ?? []
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
