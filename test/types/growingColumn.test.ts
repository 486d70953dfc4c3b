import { expect, test } from 'vitest'
import { clearValue, growingColumn, grownColumn, setValue } from '../../src/types/growingColumn.ts'

test('is a number column as long as only numbers are added', () => {
  const column = growingColumn('a', 4)
  setValue(column, 0, 1)
  setValue(column, 2, Number.NaN)
  expect(grownColumn(column, 3)).toEqual({
    type: 'number',
    values: new Float64Array([1, 0, Number.NaN]),
    present: new Uint8Array([1, 0, 1]),
  })
})

test('keeps the numbers when another type of value is added', () => {
  const column = growingColumn('a', 4)
  setValue(column, 0, 1)
  setValue(column, 2, 'x')
  setValue(column, 3, 4)
  expect(grownColumn(column, 4)).toEqual({ type: 'value', values: [1, undefined, 'x', 4] })
})

test('clears a value of any type', () => {
  const column = growingColumn('a', 2)
  setValue(column, 0, 1)
  clearValue(column, 0)
  expect(grownColumn(column, 1)).toMatchObject({ present: new Uint8Array([0]) })
  setValue(column, 1, 'x')
  clearValue(column, 1)
  expect(grownColumn(column, 2)).toEqual({ type: 'value', values: [undefined, undefined] })
})
