import { expect, test } from 'vitest'
import { concatColumns } from '../../../src/history/table/concatColumns.ts'
import { tableColumnBuilder } from '../../../src/history/table/tableColumnBuilder.ts'

const partOf = (...values: ReadonlyArray<unknown>) => {
  const builder = tableColumnBuilder({ emptyType: 'text' })
  for (const value of values) builder.push(value)
  return { column: builder.build(), length: values.length }
}

test('has the type that holds all values', () => {
  expect(concatColumns([partOf(1), partOf(0.5)])).toMatchObject({ type: 'number', values: Float64Array.of(1, 0.5) })
  expect(concatColumns([partOf(1), partOf('a')])).toMatchObject({ type: 'json', values: [1, 'a'] })
  expect(concatColumns([partOf('b', 'a'), partOf('a')])).toMatchObject({
    indices: Int32Array.of(0, 1, 1),
    dictionary: ['b', 'a'],
  })
})

test('takes no type from a column without a value, if another has one', () => {
  expect(concatColumns([partOf(undefined), partOf(1), partOf(null)])).toMatchObject({ type: 'integer' })
  expect(concatColumns([partOf(undefined), partOf(null)])).toMatchObject({ type: 'text' })
  expect(concatColumns([])).toMatchObject({ type: 'number' })
})
