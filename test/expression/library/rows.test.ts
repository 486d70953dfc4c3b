import { expect, test } from 'vitest'
import { elementType, lambdaResultType } from '../../../src/expression/library/rows.ts'
import { anyType, functionType, listType, maybeType, numberType } from '../../../src/expression/types/Type.ts'

test('returns the element type of a list that may be null', () => {
  expect(elementType(listType(numberType))).toEqual(numberType)
  expect(elementType(maybeType(listType(numberType)))).toEqual(numberType)
  expect(elementType(numberType)).toEqual(anyType)
})

test('returns the result type of a function', () => {
  expect(lambdaResultType(functionType([], numberType))).toEqual(numberType)
  expect(lambdaResultType(undefined)).toEqual(anyType)
})
