import { expect, test } from 'vitest'
import { nothing } from '../../../src/types/codec/nothing.ts'

test('nothing is empty and frozen', () => {
  expect(nothing).toStrictEqual({})
  expect(Object.isFrozen(nothing)).toBe(true)
})
