import { describe, expect, expectTypeOf, test } from 'vitest'
import { toTable } from '../../../src/ops/runs/toTable.ts'
import { column } from '../../../src/query/columnBuilders.ts'

const a = column.config('a')
const columnOf = (...values: ReadonlyArray<unknown>) =>
  toTable({ a })(values.map((value) => ({ config: { a: value } }))).columns.a
const { NaN: nan, POSITIVE_INFINITY: inf } = Number

describe('a column', () => {
  test('has type number when all present values are numbers, including NaN and infinities', () => {
    expect(columnOf(1, undefined, nan, null, inf, -0)).toEqual({
      type: 'number',
      values: Float64Array.of(1, 0, nan, 0, inf, -0),
      present: Uint8Array.of(1, 0, 1, 0, 1, 1),
    })
  })

  test('has type text or boolean when all values do, with undefined for null', () => {
    expect(columnOf('x', null, '')).toEqual({ type: 'text', values: ['x', undefined, ''] })
    expect(columnOf(false, undefined, true)).toEqual({ type: 'boolean', values: [false, undefined, true] })
  })

  test('has type time, in milliseconds', () => {
    const runs = [{ heartbeatAt: new Date(5) }, { heartbeatAt: undefined }]
    expect(toTable({ at: column.heartbeatAt })(runs).columns.at).toEqual({
      type: 'time',
      values: Float64Array.of(5, 0),
      present: Uint8Array.of(1, 0),
    })
  })

  test('has type value, including null, when types differ or a value is a list or dict', () => {
    expect(columnOf(1, '1', null, undefined)).toEqual({ type: 'value', values: [1, '1', null, undefined] })
    expect(columnOf([1], [2])).toEqual({ type: 'value', values: [[1], [2]] })
    expect(columnOf({ b: 1 })).toEqual({ type: 'value', values: [{ b: 1 }] })
    expect(columnOf(1, '1', 1, 1)).toMatchObject({ type: 'value' })
  })

  test('without values has the type of its field, or else number', () => {
    expect(columnOf(undefined, null)).toEqual({
      type: 'number',
      values: Float64Array.of(0, 0),
      present: Uint8Array.of(0, 0),
    })
    expect(toTable({ at: column.heartbeatAt })([{ heartbeatAt: undefined }]).columns.at.type).toBe('time')
    const { group, user, tags, runtime, readOnly } = column
    const types = Object.values(toTable({ group, user, tags, runtime, readOnly })([]).columns).map(({ type }) => type)
    expect(types).toEqual(['text', 'text', 'value', 'number', 'boolean'])
  })
})

test('names the columns in order, whatever their names', () => {
  const table = toTable({ b: a, ['__proto__']: column.state, '': a })([{ state: 'finished', config: { a: 1 } }])
  expect(table.names).toEqual(['b', '__proto__', ''])
  expect(table.length).toBe(1)
  expect(Object.keys(table.columns)).toEqual(['b', '__proto__', ''])
  expect(Object.entries(table.columns)[1]?.[1]).toEqual({ type: 'text', values: ['finished'] })
})

test('has no rows for no runs, and no columns when none are selected', () => {
  expect(toTable({ a })([])).toMatchObject({ length: 0, names: ['a'], columns: { a: { type: 'number' } } })
  expect(toTable({})([{ config: {} }])).toEqual({ length: 1, names: [], columns: {} })
})

test('is deeply frozen', () => {
  const table = toTable({ a, state: column.state })([{ state: 'finished', config: { a: [1] } }])
  const { a: values, state } = table.columns
  expect([table, table.names, table.columns, values, state, values.values, state.values].every(Object.isFrozen)).toBe(
    true,
  )
})

test('needs what the columns read, and types the names', () => {
  const table = toTable({ a, state: column.state })
  expectTypeOf<ReturnType<typeof table>['names'][number]>().toEqualTypeOf<'a' | 'state'>()
  // @ts-expect-error: these runs have no config
  expect(table([{ state: 'finished' }]).length).toBe(1)
})
