import { expect, test } from 'vitest'
import { rotated } from '../../../bench/measure/rotated.ts'

test('each round begins with another side', () => {
  const sides = ['a', 'b', 'c']
  expect([0, 1, 2, 3].map((round) => rotated(sides, round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc'])
})
