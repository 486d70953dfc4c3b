import { expect, test } from 'vitest'
import { interner } from '../../../src/ops/relation/interner.ts'

test('numbers fall in the groups that a Map would give them, however many there are', () => {
  const { groupOf, groupOfNumber } = interner()
  const groups = new Map<number, number>()
  const numbers = Float64Array.from({ length: 40_000 }, (_, at) => Math.sin((at * at) % 9973) * 2 ** ((at % 80) - 40))
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] as number
    if (!groups.has(number)) groups.set(number, groups.size)
    const group = at % 2 === 0 ? groupOf(number) : groupOfNumber(numbers, at)
    if (group !== groups.get(number)) expect({ at, number, group }).toBeUndefined()
  }
  expect(groups.size).toBeGreaterThan(5000)
})

test('0 and -0 are one group, and so are all NaN', () => {
  const { groupOf } = interner()
  for (let number = 1; number <= 1000; number += 1) groupOf(number)
  expect([0, Number.NaN, -0, Number.NaN, 0].map(groupOf)).toEqual([1000, 1001, 1000, 1001, 1000])
})

test('numbers whose places in the table are the same are told apart', () => {
  const { groupOf } = interner()
  // Numbers that differ in their lower half alone, by multiples of a large power of two.
  const bits = new Uint32Array(2)
  const double = new Float64Array(bits.buffer)
  const numbers = Array.from({ length: 3000 }, (_, at) => {
    bits[0] = (at * 2 ** 20) >>> 0
    bits[1] = 0x3ff00000 + at
    return double[0] as number
  })
  expect(numbers.map(groupOf)).toEqual(numbers.map((_, at) => at))
  expect(numbers.map(groupOf)).toEqual(numbers.map((_, at) => at))
})

test('a value of another type is another group', () => {
  const values = [1, '1', true, null, undefined, [1], ['1'], { a: 1 }, new Date(1), '', {}, [], 'true', 'null']
  const { groupOf } = interner()
  expect(values.map(groupOf)).toEqual([...values.keys()])
  expect([new Date(1), { a: 1 }, [1]].map(groupOf)).toEqual([8, 7, 5])
})
