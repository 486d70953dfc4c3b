import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { asc, column, desc, orderBy, toSqlOrder } from 'wandb-run-ops/query'

describe('toSqlOrder', () => {
  it('ends with the position', () => {
    expect(toSqlOrder([], 'duckdb')).toEqual(E.right({ text: 'position', parameters: {} }))
    expect(toSqlOrder(orderBy(desc(column.createdAt), asc(column.runtime)), 'duckdb')).toMatchObject({
      right: { text: expect.stringMatching(/^created_at DESC NULLS LAST, .* NULLS LAST, position$/) },
    })
  })
  it('treats lists as ties', () => {
    expect(toSqlOrder(asc(column.tags), 'clickhouse')).toMatchObject({ right: { text: 'position' } })
  })
  it('binds the keys', () => {
    expect(toSqlOrder(asc(column.config('a/b', '~')), 'duckdb')).toMatchObject({
      right: { parameters: { p0: '/a~1b/~0' } },
    })
  })
  it('refuses history statistics', () => {
    expect(toSqlOrder(asc(column.history('loss').last), 'duckdb')).toMatchObject({ left: { field: 'order.0.column' } })
  })
})
