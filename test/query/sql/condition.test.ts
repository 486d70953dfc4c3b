import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  and,
  column,
  eq,
  everything,
  type Filter,
  gt,
  matchesPattern,
  not,
  nothing,
  or,
  type Sql,
  toSql,
} from 'wandb-run-ops/query'

const said = (filter: Filter, dialect: 'clickhouse' | 'duckdb' = 'duckdb'): Sql =>
  E.getOrElse((): Sql => ({ text: 'refused', parameters: {} }))(toSql(filter, dialect))

const hostile = `'; DROP TABLE runs; -- " \\ $p1 {p1:String} */`

describe('toSql', () => {
  it('is short for a simple filter', () => {
    expect(said(and(eq(column.state, 'finished'), gt(column.computeSeconds, 60)))).toEqual({
      text: '(coalesce(state = $p0, FALSE) AND coalesce(compute_seconds > $p1, FALSE))',
      parameters: { p0: 'finished', p1: 60 },
    })
  })
  it('writes ClickHouse parameters', () => {
    expect(said(eq(column.id, 'a1'), 'clickhouse').text).toBe('id = {p0:String}')
    expect(said(gt(column.runtime, 0.5), 'clickhouse').text).toContain('> {p0:Float64}')
  })
  it('shares one parameter among equal values', () => {
    expect(said(or(eq(column.state, 'a'), eq(column.group, 'a'))).parameters).toEqual({ p0: 'a' })
  })
  it('omits unused parameters', () => {
    expect(said({ _tag: 'In', column: column.config('lr'), values: [] })).toEqual({ text: 'FALSE', parameters: {} })
  })
  it.each(['clickhouse', 'duckdb'] as const)('keeps keys and values out of the text (%s)', (dialect) => {
    const { text, parameters } = said(
      and(eq(column.config(hostile), hostile), matchesPattern(column.summary(hostile), /DROP TABLE/)),
      dialect,
    )
    expect(text).not.toContain('DROP')
    expect(JSON.stringify(parameters)).toContain('DROP')
  })
  it('is TRUE or FALSE without parts', () => {
    expect([said(everything).text, said(nothing).text, said(not(nothing)).text]).toEqual([
      'TRUE',
      'FALSE',
      '(NOT FALSE)',
    ])
  })
  it('compares a time by its milliseconds, and is false for a string that is not a time', () => {
    expect(said(gt(column.createdAt, new Date(1000)))).toEqual({ text: 'created_at > $p0', parameters: { p0: 1000 } })
    expect(said({ _tag: 'Gt', column: column.createdAt, value: 'yesterday' }).text).toBe('FALSE')
  })
  it('orders strings by bytes when that is the order of code units', () => {
    expect(said(gt(column.id, 'zebra')).text).toBe('id > $p0')
    expect(said(gt(column.id, '\uff5a')).text).toContain('regexp_replace')
  })
  it('sends an integer beyond 2^53 as a string, since clients would send a 64-bit integer', () => {
    expect(said(gt(column.computeSeconds, 1e21))).toEqual({
      text: 'coalesce(compute_seconds > $p0::DOUBLE, FALSE)',
      parameters: { p0: '1e+21' },
    })
  })
  it('refuses history statistics, and says what to do', () => {
    const refused = toSql(and(everything, eq(column.state, 'a'), gt(column.history('loss').min, 1)), 'duckdb')
    expect(refused).toMatchObject({ left: { _tag: 'InvalidQuery', field: 'filter.filters.1.column' } })
    expect(JSON.stringify(refused)).toContain('evaluate it in memory')
  })
  it('refuses a pattern that RE2 does not support', () => {
    expect(toSql(matchesPattern(column.notes, /(a)\1/), 'clickhouse')).toMatchObject({
      left: { field: 'filter.pattern' },
    })
  })
  it('refuses an unknown column', () => {
    const filter = { _tag: 'Exists', column: { _tag: 'Field', name: 'constructor' } } as unknown as Filter
    expect(E.isLeft(toSql(filter, 'duckdb'))).toBe(true)
  })
})

describe('toSql for ClickHouse', () => {
  it('takes for a string what starts with a quote, since JSONType takes integers beyond 64 bits for strings', () => {
    const { text } = said(gt(column.config('n'), ''), 'clickhouse')
    expect(text).toContain(`startsWith(x, '"')`)
    expect(text).not.toContain('JSONType')
  })
  it('reads elements from the dict, not from extracted text', () => {
    expect(said(eq(column.config('x', '0'), 1), 'clickhouse').text).not.toMatch(/\(JSONExtract/)
  })
  it('refuses a path whose SQL would double too often', () => {
    const path = ['x', ...Array.from({ length: 30 }, (_, index) => String(index))] as const
    expect(toSql(eq(column.config(...path), 1), 'clickhouse')).toMatchObject({
      left: { _tag: 'InvalidQuery', field: 'filter.column', reason: expect.stringContaining('keys of digits') },
    })
    expect(E.isRight(toSql(eq(column.config(...path), 1), 'duckdb'))).toBe(true)
  })
})
