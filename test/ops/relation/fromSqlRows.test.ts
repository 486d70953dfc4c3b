import { describe, expect, it } from 'vitest'
import { fromSqlRows } from 'wandb-run-ops/ops'
import { argmax, column, count, max, mean } from 'wandb-run-ops/query'
import { rowsOf } from '../../laws/closeAnswers.ts'

describe('fromSqlRows', () => {
  const relation = {
    groupBy: { lr: column.config('lr'), day: column.createdAt, tags: column.tags },
    aggregates: { runs: count(), loss: mean(column.summary('loss')), last: max(column.heartbeatAt) },
  }
  it('reads cells as the values of memory, with the types that they have', () => {
    const table = fromSqlRows(relation)([
      ['0.5', 1500n, '["NaN"]', 3n, 0.25, 2500n],
      ['"NaN"', '1500', '[]', '1', 'inf', null],
      ['null', 1500, ['a'], 1, null, 2500],
      [null, 1500, '[]', 1, null, 2500],
    ])
    expect(rowsOf(table)).toEqual([
      [0.5, new Date(1500), ['NaN'], 3, 0.25, new Date(2500)],
      [Number.NaN, new Date(1500), [], 1, Number.POSITIVE_INFINITY, undefined],
      [null, new Date(1500), ['a'], 1, undefined, new Date(2500)],
      [undefined, new Date(1500), [], 1, undefined, new Date(2500)],
    ])
    expect(table.names.map((name) => table.columns[name]?.type)).toEqual([
      ...['number', 'time', 'list', 'integer', 'number', 'time'],
    ])
    expect(table.sources).toEqual(relation.groupBy)
  })
  it('gives columns without a value the type of their field', () => {
    const columns = {
      id: column.id,
      at: column.heartbeatAt,
      tags: column.tags,
      on: column.readOnly,
      lr: column.config('lr'),
    }
    const table = fromSqlRows({ columns })([])
    expect(Object.values(table.columns).map(({ type }) => type)).toEqual(['text', 'time', 'list', 'boolean', 'number'])
  })
  it('reads the other column of an argmax as that column, under any name', () => {
    const table = fromSqlRows({ aggregates: { ['__proto__']: argmax(column.runtime, column.config('lr')) } })([
      ['{"a":[1]}'],
    ])
    expect(rowsOf(table)).toEqual([[{ a: [1] }]])
    expect(table.names).toEqual(['__proto__'])
  })
  it('throws for data that is not a relation', () => {
    expect(() => fromSqlRows({ limit: -1 })).toThrow(/limit/)
    expect(() => fromSqlRows(null as never)).toThrow(TypeError)
  })
  it('refuses rows that are not lists of its cells', () => {
    const read = fromSqlRows({ columns: { id: column.id } }) as (rows: unknown) => unknown
    expect(() => read([['a'], { id: 'a' }])).toThrow(
      'Invalid argument of fromSqlRows: rows.1 must be a list of the 1 cells that the SELECT returns, got object.',
    )
    expect(() => read([['a', 'b']])).toThrow('got 2 cells')
    expect(() => read('a')).toThrow('rows must be a list of rows, got string')
  })
})
