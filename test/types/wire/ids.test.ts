import { expect, expectTypeOf, test } from 'vitest'
import { RunId, StorageId } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

test.each(['a1b2c3d4', ' ', '0', '🚀', 'a/b'])('%j is an id', (text) => {
  expect(decoded(RunId, text)).toBe(text)
  expect(RunId.encode(decoded(RunId, text))).toBe(text)
  expect(RunId.is(text)).toBe(true)
})

test.each([
  ['', 'string'],
  [null, 'null'],
  [undefined, 'undefined'],
  [7, 'number'],
  [['a'], 'array'],
])('%j is not an id', (wire, actual) => {
  expect(refusal(RunId, wire)).toEqual({ path: [], expected: 'RunId', actual })
  expect(RunId.is(wire)).toBe(false)
})

test('an id is a string, but neither a string nor another id is one', () => {
  expectTypeOf<RunId>().toExtend<string>()
  expectTypeOf<string>().not.toExtend<RunId>()
  expectTypeOf<StorageId>().not.toExtend<RunId>()
})

test.each(['a1b2c3d4', ' ', '0', '🚀', 'a/b'])('%j is an id', (text) => {
  expect(decoded(StorageId, text)).toBe(text)
  expect(StorageId.encode(decoded(StorageId, text))).toBe(text)
  expect(StorageId.is(text)).toBe(true)
})

test.each([
  ['', 'string'],
  [null, 'null'],
  [undefined, 'undefined'],
  [7, 'number'],
  [['a'], 'array'],
])('%j is not an id', (wire, actual) => {
  expect(refusal(StorageId, wire)).toEqual({ path: [], expected: 'StorageId', actual })
  expect(StorageId.is(wire)).toBe(false)
})

test('an id is a string, but neither a string nor another id is one', () => {
  expectTypeOf<StorageId>().toExtend<string>()
  expectTypeOf<string>().not.toExtend<StorageId>()
  expectTypeOf<RunId>().not.toExtend<StorageId>()
})
