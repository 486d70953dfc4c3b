import { describe, expect, test } from 'vitest'
import { elementType, groupKeyText, lambdaResultType } from '../../../src/expression/library/rows.ts'
import { anyType, functionType, listType, maybeType, numberType } from '../../../src/expression/types/Type.ts'
import { deepEqual } from '../../../src/ops/compareValues.ts'
import { json } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'

test('returns the element type of a list that may be null', () => {
  expect(elementType(listType(numberType))).toEqual(numberType)
  expect(elementType(maybeType(listType(numberType)))).toEqual(numberType)
  expect(elementType(numberType)).toEqual(anyType)
})

test('returns the result type of a function', () => {
  expect(lambdaResultType(functionType([], numberType))).toEqual(numberType)
  expect(lambdaResultType(undefined)).toEqual(anyType)
})

const free = (): void => undefined
const areOne = (one: unknown, other: unknown): boolean =>
  new Set([groupKeyText(one, free), groupKeyText(other, free)]).size === 1

describe('groupKeyText', () => {
  test('is equal for values that == considers equal, and only for those', () => {
    law([json, json], (one, other) => areOne(one, other) === deepEqual(one, other) && areOne(one, structuredClone(one)))
  })

  test('distinguishes a string from the encoding of a dict, a list or a date', () => {
    for (const value of [{ a: 1 }, [1], new Date(0), null, 1]) {
      const text = groupKeyText(value, free)
      expect(areOne(value, typeof text === 'string' ? text : String(text))).toBe(false)
    }
  })

  test('is one for missing, whether null or undefined, at any depth', () => {
    expect(areOne(null, undefined)).toBe(true)
    expect(areOne([null], [undefined])).toBe(true)
  })

  test('reports the elements it processes', () => {
    let spent = 0
    groupKeyText([1, { a: 2, b: [3] }], (elements) => {
      spent += elements
    })
    expect(spent).toBe(5)
  })
})
