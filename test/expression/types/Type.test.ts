import { describe, expect, test } from 'vitest'
import {
  anyType,
  dictType,
  listType,
  maybeType,
  noneType,
  numberType,
  recordType,
  stringType,
  unionType,
} from '../../../src/expression/types/Type.ts'

describe('maybeType', () => {
  test('returns a type that includes null unchanged', () => {
    for (const type of [noneType, anyType, maybeType(numberType)]) expect(maybeType(type)).toBe(type)
    expect(maybeType(numberType)).toEqual({ _tag: 'Maybe', of: numberType })
  })
})

describe('unionType', () => {
  test('removes duplicates, and turns null into maybe', () => {
    expect(unionType([numberType, numberType])).toEqual(numberType)
    expect(unionType([numberType, noneType])).toEqual(maybeType(numberType))
    expect(unionType([noneType])).toEqual(noneType)
    expect(unionType([numberType, stringType])).toEqual({ _tag: 'Union', members: [numberType, stringType] })
  })

  test('flattens unions and maybes', () => {
    const mixed = unionType([numberType, stringType])
    expect(unionType([mixed, maybeType(numberType)])).toEqual(maybeType(mixed))
  })

  test('is any for no members, and if a member is any', () => {
    expect(unionType([])).toEqual(anyType)
    expect(unionType([numberType, anyType])).toEqual(anyType)
  })
})

test('types are plain JSON', () => {
  const type = listType(dictType({ run: recordType('run') }, numberType))
  expect(JSON.parse(JSON.stringify(type))).toEqual(type)
})
