import { expect, test } from 'vitest'
import { jsonText } from '../../../src/types/wire/jsonText.ts'

test('numbers that JSON does not have are strings, as W&B spells them', () => {
  const { NaN: nan, NEGATIVE_INFINITY: minusInf } = Number
  expect(jsonText({ a: [nan, minusInf, 1], b: 10n })).toBe('{"a":["NaN","-Infinity",1],"b":"10"}')
  expect(jsonText(undefined)).toBe(undefined)
})

test('takes values nested more deeply than the stack allows', () => {
  let deep: unknown = 1
  for (let level = 0; level < 100_000; level += 1) deep = [deep]
  expect(jsonText(deep)).toHaveLength(200_001)
})
