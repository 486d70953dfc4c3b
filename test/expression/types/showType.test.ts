import { expect, test } from 'vitest'
import { operations } from 'wandb-run-ops/ops'
import { readType, showType } from '../../../src/expression/types/showType.ts'
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
} from '../../../src/expression/types/Type.ts'

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

test('reads lists and maybes at any depth', () => {
  expect(readType('list<maybe<run>>')).toEqual(listType(maybeType(recordType('run'))))
  expect(readType('maybe<list<list<any>>>')).toEqual(maybeType(listType(listType(anyType))))
})

test('reads an unknown name as an opaque type', () => {
  expect(readType('series')).toEqual({ _tag: 'Opaque', name: 'series' })
})

test('reads the type of every receiver of the registry', () => {
  for (const { receiver } of operations) expect(readType(receiver)).toEqual(recordType(receiver))
})
