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
} from '../../src/expression/Type.ts'

describe('maybeType', () => {
  test('adds nothing to what may be null already', () => {
    for (const type of [noneType, anyType, maybeType(numberType)]) expect(maybeType(type)).toBe(type)
    expect(maybeType(numberType)).toEqual({ _tag: 'Maybe', of: numberType })
  })
})

describe('unionType', () => {
  test('says each type once, and null as maybe', () => {
    expect(unionType([numberType, numberType])).toEqual(numberType)
    expect(unionType([numberType, noneType])).toEqual(maybeType(numberType))
    expect(unionType([noneType])).toEqual(noneType)
    expect(unionType([numberType, stringType])).toEqual({ _tag: 'Union', members: [numberType, stringType] })
  })

  test('takes unions and maybes apart', () => {
    const mixed = unionType([numberType, stringType])
    expect(unionType([mixed, maybeType(numberType)])).toEqual(maybeType(mixed))
  })

  test('is any of nothing, and where one member is any', () => {
    expect(unionType([])).toEqual(anyType)
    expect(unionType([numberType, anyType])).toEqual(anyType)
  })
})

test('types are plain JSON', () => {
  const type = listType(dictType({ run: recordType('run') }, numberType))
  expect(JSON.parse(JSON.stringify(type))).toEqual(type)
})
