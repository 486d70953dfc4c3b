import { expect, it } from 'vitest'
import { quoteIdentifier } from '../../../src/query/sql/Engine.ts'

it('doubles quotes, and in ClickHouse backslashes', () => {
  expect(quoteIdentifier('a"b\\', 'duckdb')).toBe('"a""b\\"')
  expect(quoteIdentifier('a"b\\', 'clickhouse')).toBe('"a""b\\\\"')
})
