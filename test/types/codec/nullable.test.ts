import * as t from 'io-ts'
import { expect, test } from 'vitest'
import { nullable } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const codec = nullable(t.string)

test('null and an absent value are undefined', () => {
  expect(decoded(codec, null)).toBeUndefined()
  expect(decoded(codec, undefined)).toBeUndefined()
})

test.each(['', 'text', '0', 'null'])('%j stays', (text) => {
  expect(decoded(codec, text)).toBe(text)
})

test.each([
  [0, 'number'],
  [false, 'boolean'],
  [{}, 'object'],
])('%j is rejected by the codec inside', (wire, actual) => {
  expect(refusal(codec, wire)).toEqual({ path: [], expected: 'string | null', actual })
})

test('undefined is written as null', () => {
  expect(codec.encode(undefined)).toBeNull()
  expect(codec.encode('a')).toBe('a')
})

test('undefined is its own and null is not', () => {
  expect(codec.is(undefined)).toBe(true)
  expect(codec.is('a')).toBe(true)
  expect(codec.is(null)).toBe(false)
  expect(codec.is(1)).toBe(false)
})
