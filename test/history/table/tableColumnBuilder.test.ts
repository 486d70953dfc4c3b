import { describe, expect, test } from 'vitest'
import { cellAt } from '../../../src/history/table/cellAt.ts'
import { type TableColumnOptions, tableColumnBuilder } from '../../../src/history/table/tableColumnBuilder.ts'
import type { TableColumn } from '../../../src/types/table/TableColumn.ts'

const { NaN: nan } = Number
const columnOf = (values: ReadonlyArray<unknown>, options: TableColumnOptions = {}): TableColumn => {
  const builder = tableColumnBuilder(options)
  for (const value of values) builder.push(value)
  return builder.build()
}
const bits = (...bytes: ReadonlyArray<number>) => Uint8Array.of(...bytes, 0, 0, 0, 0, 0, 0, 0, 0).slice(0, 8)
const whole = { valid: undefined, nulls: undefined }

describe('a column of numbers', () => {
  test('has 32 bits for integers, more for larger ones, and a fraction, NaN or -0 makes it one of numbers', () => {
    expect(columnOf([1, -2])).toEqual({ type: 'integer', values: Int32Array.of(1, -2), ...whole })
    expect(columnOf([1, 2 ** 31])).toEqual({ type: 'integer', values: Float64Array.of(1, 2 ** 31), ...whole })
    for (const other of [0.5, nan, -0, 2 ** 53, Number.NEGATIVE_INFINITY])
      expect(columnOf([1, other])).toEqual({ type: 'number', values: Float64Array.of(1, other), ...whole })
  })

  test('has 0 for a missing integer and NaN for a missing number', () => {
    expect(columnOf([undefined, 1, null])).toEqual({
      type: 'integer',
      values: Int32Array.of(0, 1, 0),
      valid: bits(0b010),
      nulls: bits(0b100),
    })
    expect(columnOf([undefined, 1, 0.5, null])).toMatchObject({ values: Float64Array.of(nan, 1, 0.5, nan) })
  })

  test('grows far beyond its capacity', () => {
    const builder = tableColumnBuilder({ capacity: 2 })
    for (let row = 0; row < 1000; row += 1) builder.push(row / 2)
    expect(builder.build()).toMatchObject({ values: Float64Array.from({ length: 1000 }, (_, row) => row / 2) })
  })
})

test('a column of times, booleans or strings has one type', () => {
  expect(columnOf([new Date(5), undefined])).toMatchObject({ type: 'time', values: Float64Array.of(5, nan) })
  expect(columnOf([true, null, false, true])).toMatchObject({ type: 'boolean', values: bits(0b1001) })
  expect(columnOf(['b', undefined, 'a', 'b', ''])).toMatchObject({
    type: 'text',
    indices: Int32Array.of(0, 0, 1, 0, 2),
    dictionary: ['b', 'a', ''],
  })
})

describe('a column of lists', () => {
  test('has the elements of all lists as a column, as long as they have one type', () => {
    expect(columnOf([['a', 'b'], undefined, [], ['a', null]])).toEqual({
      type: 'list',
      offsets: Int32Array.of(0, 2, 2, 2, 4),
      items: {
        type: 'text',
        indices: Int32Array.of(0, 1, 0, 0),
        dictionary: ['a', 'b'],
        valid: bits(0b0111),
        nulls: bits(0b1000),
      },
      valid: bits(0b1101),
      nulls: undefined,
    })
    expect(columnOf([[1], [0.5]])).toMatchObject({ items: { type: 'number' } })
    expect(columnOf([[[1]], [[2], []]])).toMatchObject({ type: 'list', items: { type: 'list' } })
  })

  test('is of JSON when the elements differ in type, are objects, or are lists nested deeply', () => {
    for (const other of [['a'], [2, 'a'], [{}], [[1]]])
      expect(columnOf([[1], other])).toMatchObject({ type: 'json', types: ['list'], values: [[1], other] })
    expect(columnOf([[[[[1]]]]])).toMatchObject({ type: 'json' })
  })

  test('has items of strings when a field of lists has no value', () => {
    expect(columnOf([[], undefined], { emptyType: 'list' })).toMatchObject({ items: { type: 'text' } })
    expect(columnOf([undefined], { emptyType: 'list' })).toMatchObject({ type: 'list', items: { type: 'text' } })
  })
})

describe('a column of JSON', () => {
  test('says which types its values have, and has null and undefined', () => {
    expect(columnOf([undefined, 1, null, 'a', 0.5, {}])).toEqual({
      type: 'json',
      types: ['number', 'text', 'object'],
      values: [undefined, 1, null, 'a', 0.5, {}],
      valid: bits(0b111010),
      nulls: bits(0b000100),
    })
    expect(columnOf([true, new Date(1), [1]])).toMatchObject({ types: ['boolean', 'time', 'list'] })
  })

  test('copies what is not frozen, unless it was just parsed', () => {
    const mine = { a: [1] }
    const shared = Object.freeze({ b: 1 })
    const column = columnOf([mine, shared])
    expect(column).toMatchObject({ values: [{ a: [1] }, { b: 1 }] })
    const [copy, same] = (column as { values: ReadonlyArray<{ a: unknown }> }).values
    expect([copy === mine, Object.isFrozen(copy?.a), Object.isFrozen(mine), (same as unknown) === shared]).toEqual([
      false,
      true,
      false,
      true,
    ])
    columnOf([mine], { isParsed: true })
    expect(Object.isFrozen(mine.a)).toBe(true)
  })
})

test('a column without a value has the type that was asked for, or number', () => {
  expect(columnOf([undefined])).toEqual({
    type: 'number',
    values: Float64Array.of(nan),
    valid: bits(0),
    nulls: undefined,
  })
  expect(columnOf([])).toEqual({ type: 'number', values: new Float64Array(0), ...whole })
  for (const emptyType of ['boolean', 'integer', 'json', 'list', 'number', 'text', 'time'] as const)
    expect(columnOf([null], { emptyType })).toMatchObject({ type: emptyType, valid: bits(0), nulls: bits(1) })
})

test('rows without a value can be added at once, and a column can be built in between', () => {
  const builder = tableColumnBuilder()
  builder.pushMissing(9)
  builder.push('a')
  const first = builder.build()
  builder.pushMissing(20)
  builder.push('b')
  expect(builder.length).toBe(31)
  expect([first, builder.build()].map((column) => [8, 9, 10].map((row) => cellAt(column, row)))).toEqual([
    [undefined, 'a', undefined],
    [undefined, 'a', undefined],
  ])
  expect([29, 30].map((row) => cellAt(builder.build(), row))).toEqual([undefined, 'b'])
})

test('many rows with a value after one without have a value', () => {
  const column = columnOf([null, ...Array.from({ length: 500 }, (_, row) => row)])
  expect([0, 1, 127, 128, 500].map((row) => cellAt(column, row))).toEqual([null, 0, 126, 127, 499])
})

test('a date in a column is a copy', () => {
  for (const more of [[], [1]]) {
    const date = new Date(5)
    const column = columnOf([date, ...more])
    date.setTime(6)
    expect(cellAt(column, 0)).toEqual(new Date(5))
    ;(cellAt(column, 0) as Date).setTime(7)
    expect(cellAt(column, 0)).toEqual(new Date(5))
  }
})
