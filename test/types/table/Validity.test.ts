import { expect, test } from 'vitest'
import { hasCell, hasNull } from '../../../src/types/table/Validity.ts'

test('a row has a value, null, or neither', () => {
  const column = { valid: Uint8Array.of(0b001), nulls: Uint8Array.of(0b010) }
  expect([0, 1, 2].map((row) => [hasCell(column, row), hasNull(column, row)])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ])
})

test('without bitmaps, every row has a value', () => {
  const column = { valid: undefined, nulls: undefined }
  expect([hasCell(column, 9), hasNull(column, 9)]).toEqual([true, false])
})
