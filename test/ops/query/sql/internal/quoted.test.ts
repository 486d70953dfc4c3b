import { expect, it } from 'vitest'
import { quoted } from '../../../../../src/ops/query/sql/internal/quoted.ts'

it('doubles quotes, and in ClickHouse backslashes', () => {
  expect(quoted('a"b\\', 'duckdb')).toBe('"a""b\\"')
  expect(quoted('a"b\\', 'clickhouse')).toBe('"a""b\\\\"')
})
