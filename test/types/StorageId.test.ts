import { expect, expectTypeOf, test } from 'vitest'
import type { RunId } from 'wandb-run-ops/types'
import { StorageId } from 'wandb-run-ops/types'
import { decoded, refusal } from './outcome.ts'

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
