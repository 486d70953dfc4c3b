import { describe, expect, expectTypeOf, test } from 'vitest'
import { runTable } from '../../../src/ops/table/runTable.ts'
import { tableColumn, tableRows } from '../../../src/ops/table/tableRows.ts'
import { column } from '../../../src/query/columnBuilders.ts'
import type { RunTable } from '../../../src/query/RunTable.ts'

const a = column.config('a')
const columnOf = (...values: ReadonlyArray<unknown>) =>
  runTable({ a })(values.map((value) => ({ config: { a: value } }))).columns.a
const { NaN: nan, POSITIVE_INFINITY: inf } = Number
const bits = (first: number) => Uint8Array.of(first, 0, 0, 0, 0, 0, 0, 0)

describe('a column', () => {
  test('has type number when all present values are numbers, including NaN and infinities', () => {
    expect(columnOf(1, undefined, nan, null, inf, -0)).toEqual({
      type: 'number',
      values: Float64Array.of(1, nan, nan, nan, inf, -0),
      valid: bits(0b110101),
      nulls: bits(0b001000),
    })
    expect(columnOf(1, 2)).toMatchObject({ type: 'integer' })
  })

  test('has type text, boolean or time when all values do', () => {
    expect(columnOf('x', null, '')).toMatchObject({ type: 'text', dictionary: ['x', ''] })
    expect(columnOf(false, undefined, true)).toMatchObject({ type: 'boolean', values: bits(0b100) })
    const runs = [{ heartbeatAt: new Date(5) }, { heartbeatAt: undefined }]
    expect(runTable({ at: column.heartbeatAt })(runs).columns.at).toMatchObject({
      type: 'time',
      values: Float64Array.of(5, nan),
    })
  })

  test('has type list when all values are lists of one type, and json when types differ or a value is a dict', () => {
    expect(columnOf([1], [2])).toMatchObject({ type: 'list', items: { type: 'integer' } })
    expect(columnOf(1, '1', null, undefined)).toMatchObject({ type: 'json', values: [1, '1', null, undefined] })
    expect(columnOf({ b: 1 })).toMatchObject({ type: 'json', types: ['object'], values: [{ b: 1 }] })
  })

  test('without values has the type of its field, or else number', () => {
    expect(columnOf(undefined, null)).toMatchObject({ type: 'number', valid: bits(0), nulls: bits(0b10) })
    expect(runTable({ at: column.heartbeatAt })([{ heartbeatAt: undefined }]).columns.at.type).toBe('time')
    const { group, user, tags, runtime, readOnly } = column
    const types = Object.values(runTable({ group, user, tags, runtime, readOnly })([]).columns).map(({ type }) => type)
    expect(types).toEqual(['text', 'text', 'list', 'number', 'boolean'])
  })
})

test('names the columns in order, whatever their names, and says what they read', () => {
  const table = runTable([{ state: 'finished', config: { a: 1 } }], { b: a, ['__proto__']: column.state, '': a })
  expect(table.names).toEqual(['b', '__proto__', ''])
  expect(table.length).toBe(1)
  expect(Object.keys(table.columns)).toEqual(['b', '__proto__', ''])
  expect(Object.entries(table.columns)[1]?.[1]).toMatchObject({ type: 'text', dictionary: ['finished'] })
  expect(Object.entries(table.sources)).toEqual([
    ['b', a],
    ['__proto__', column.state],
    ['', a],
  ])
})

test('has no rows for no runs, and no columns when none are selected', () => {
  expect(runTable({ a })([])).toMatchObject({ length: 0, names: ['a'], columns: { a: { type: 'number' } } })
  expect(runTable([{ config: {} }], {})).toEqual({ length: 1, names: [], columns: {}, sources: {} })
})

test('is frozen, and does not change with the runs', () => {
  const config = { a: [{ b: 1 }], c: [1] }
  const table = runTable([{ state: 'finished', config }], { a, c: column.config('c'), state: column.state })
  const { a: values } = table.columns
  expect([table, table.names, table.columns, table.sources, values].every(Object.isFrozen)).toBe(true)
  config.a[0] = { b: 2 }
  config.c[0] = 2
  expect([tableColumn(table, 'a'), tableColumn(table, 'c')]).toEqual([[[{ b: 1 }]], [[1]]])
})

describe('without columns', () => {
  const runs = [
    { id: 'r1', config: { lr: 0.1, 'a.b': 1, nested: { x: 1 } }, summary: { loss: 1 } },
    { id: 'r2', config: { new: true, lr: null }, summary: { ['__proto__']: 'own', loss: 2 } },
    { id: 'r3' },
  ] as never

  test('has all light fields, then every key of config and summary in order of first appearance', () => {
    const { names, length } = runTable(runs)
    expect(length).toBe(3)
    expect(names.slice(0, 5)).toEqual(['id', 'storageId', 'entity', 'project', 'displayName'])
    expect(names.slice(20)).toEqual([
      'config.lr',
      'config.a.b',
      'config.nested',
      'config.new',
      'summary.loss',
      'summary.__proto__',
    ])
    expect(names.slice(0, 20)).not.toContain('runtime')
  })

  test('has each value in the row of its run', () => {
    const table = runTable(runs)
    expect(tableColumn(table, 'config.lr')).toEqual([0.1, null, undefined])
    expect(tableColumn(table, 'config.nested')).toEqual([{ x: 1 }, undefined, undefined])
    expect(tableColumn(table, 'summary.__proto__')).toEqual([undefined, 'own', undefined])
    expect(table.sources['config.a.b']).toEqual({ _tag: 'Config', path: ['a.b'] })
  })

  test('ignores a config that is no dict', () => {
    expect(runTable([{ config: new Date() }, { config: [1] }, { config: 'a' }, {}]).names).toHaveLength(20)
  })
})

test('columns that are no object are refused', () => {
  expect(() => runTable('lr' as never)).toThrow(
    "The columns of runTable: it must be an object such as { lr: column.config('lr') }, got string.",
  )
  expect(() => runTable([], null as never)).toThrow('got null')
  expect(() => runTable([], { lr: 'config.lr' as never })).toThrow(
    "The columns of runTable: lr must be a column such as column.config('lr'), got string.",
  )
})

test('needs what the columns read, and types the names', () => {
  const table = runTable({ a, state: column.state })
  expectTypeOf<ReturnType<typeof table>['names'][number]>().toEqualTypeOf<'a' | 'state'>()
  expectTypeOf(runTable([{ config: {} }], { lr: column.config('lr') })).toEqualTypeOf<RunTable<'lr'>>()
  // @ts-expect-error: these runs have no config
  expect(tableRows(table([{ state: 'finished' }]))).toEqual([{ a: undefined, state: 'finished' }])
})
