import { expect, test } from 'vitest'
import { elementOf, resultOf } from '../../../src/expression/library/elementOf.ts'
import { anyType, functionType, listType, maybeType, numberType } from '../../../src/expression/Type.ts'

test('returns the element type of a list that may be null', () => {
  expect(elementOf(listType(numberType))).toEqual(numberType)
  expect(elementOf(maybeType(listType(numberType)))).toEqual(numberType)
  expect(elementOf(numberType)).toEqual(anyType)
})

test('returns the result type of a function', () => {
  expect(resultOf(functionType([], numberType))).toEqual(numberType)
  expect(resultOf(undefined)).toEqual(anyType)
})
