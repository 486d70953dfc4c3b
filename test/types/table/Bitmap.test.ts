import { expect, test } from 'vitest'
import { emptyBitmap, hasBit, setBit } from '../../../src/types/table/Bitmap.ts'

test('has a multiple of eight bytes, and the first row in the lowest bit', () => {
  expect([0, 1, 64, 65].map((length) => emptyBitmap(length).length)).toEqual([0, 8, 8, 16])
  const bitmap = emptyBitmap(20)
  setBit(bitmap, 0)
  setBit(bitmap, 9)
  expect([...bitmap]).toEqual([1, 2, 0, 0, 0, 0, 0, 0])
  expect([0, 1, 8, 9].map((row) => hasBit(bitmap, row))).toEqual([true, false, false, true])
})
