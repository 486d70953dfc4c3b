import { expect, test } from 'vitest'
import { readType } from '../../src/expression/readType.ts'
import { showType } from '../../src/expression/showType.ts'
import {
  anyType,
  dictType,
  functionType,
  listType,
  maybeType,
  noneType,
  numberType,
  recordType,
  stringType,
  unionType,
} from '../../src/expression/Type.ts'

test.each([
  [anyType, 'any'],
  [noneType, 'none'],
  [numberType, 'number'],
  [listType(recordType('run')), 'list<run>'],
  [maybeType(numberType), 'maybe<number>'],
  [dictType({}), 'dict'],
  [dictType({ lr: numberType, 'a b': stringType }), 'dict<lr: number, "a b": string>'],
  [dictType({ lr: numberType }, anyType), 'dict<lr: number, …>'],
  [unionType([numberType, stringType]), 'number | string'],
  [functionType([numberType], stringType), '(number) => string'],
])('writes %j as %s', (type, text) => {
  expect(showType(type)).toBe(text)
})

test.each(['run', 'list<run>', 'maybe<list<artifactVersion>>', 'number', 'date', 'dict', 'any'])(
  'writes %s as it is read',
  (text) => {
    expect(showType(readType(text))).toBe(text)
  },
)
