import { expect, test } from 'vitest'
import { elementOf, resultOf } from '../../../src/expression/library/elementOf.ts'
import { anyType, functionType, listType, maybeType, numberType } from '../../../src/expression/Type.ts'

test('says what a list is of, and one that may be null', () => {
  expect(elementOf(listType(numberType))).toEqual(numberType)
  expect(elementOf(maybeType(listType(numberType)))).toEqual(numberType)
  expect(elementOf(numberType)).toEqual(anyType)
})

test('says what a function gives', () => {
  expect(resultOf(functionType([], numberType))).toEqual(numberType)
  expect(resultOf(undefined)).toEqual(anyType)
})
