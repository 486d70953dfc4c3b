import { expect, test } from 'vitest'
import { fitWidths } from '../../../src/ops/table/fitWidths.ts'

const text = (width: number) => ({ width, canCut: true })
const number = (width: number) => ({ width, canCut: false })

test('columns that fit have their full width', () => {
  expect(fitWidths([text(5), number(4)], 11, 2)).toEqual([5, 4])
  expect(fitWidths([text(5), number(4)], Number.POSITIVE_INFINITY, 2)).toEqual([5, 4])
})

test('the widest are cut first, and numbers never', () => {
  expect(fitWidths([text(40), number(30), text(14)], 62, 2)).toEqual([14, 30, 14])
})

test('the last columns are left out if cutting is not enough', () => {
  expect(fitWidths([text(20), text(20), text(20)], 30, 2)).toEqual([14, 14])
  expect(fitWidths([number(50), text(5)], 20, 2)).toEqual([20])
  expect(fitWidths([], 20, 2)).toEqual([])
})

test('many columns take no longer than those that can fit', () => {
  expect(fitWidths(Array(100_000).fill(text(1)), 10, 2)).toEqual([1, 1, 1, 1])
})
