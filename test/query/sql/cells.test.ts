import { describe, expect, it } from 'vitest'
import { argmin, column, fromSqlAggregate, fromSqlCell, max, mean } from 'wandb-run-ops/query'

describe('cellValue', () => {
  it('reads JSON back, including numbers that JSON lacks', () => {
    const cells = ['1.0', '"1"', 'false', 'null', null, '"NaN"', '["-Infinity","NaN\\u0000"]', '{"__proto__":1}']
    expect(cells.map(fromSqlCell(column.config('a')))).toEqual([
      ...[1, '1', false, null, undefined, Number.NaN],
      [Number.NEGATIVE_INFINITY, 'NaN'],
      JSON.parse('{"__proto__":1}'),
    ])
  })
  it('treats invalid JSON as missing', () => expect(fromSqlCell(column.config('a'))('{')).toBe(undefined))
  it('reads times, integers, booleans, tags and strings', () => {
    expect(fromSqlCell(column.createdAt)(1500n)).toEqual(new Date(1500))
    expect(fromSqlCell(column.computeSeconds)('60')).toBe(60)
    expect([true, 1, false, 0, null].map(fromSqlCell(column.readOnly))).toEqual([true, true, false, false, undefined])
    expect(fromSqlCell(column.tags)('["NaN"]')).toEqual(['NaN'])
    expect(fromSqlCell(column.notes)('NaN')).toBe('NaN')
  })
})

describe('cellFigure', () => {
  it('reads numbers as engines spell them', () => {
    const read = fromSqlAggregate(mean(column.runtime))
    expect(['inf', '-inf', 'nan', 'Infinity', 2n, 0.5, null].map(read)).toEqual([
      ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, Number.POSITIVE_INFINITY, 2, 0.5, undefined],
    ])
  })
  it('reads the latest time as a date', () => {
    expect(fromSqlAggregate(max(column.createdAt))(1500)).toEqual(new Date(1500))
  })
  it('reads the other column of an argmin as that column', () => {
    expect(fromSqlAggregate(argmin(column.runtime, column.config('lr')))('"a"')).toBe('a')
  })
})
