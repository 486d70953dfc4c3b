import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deepFreeze } from './deepFreeze.ts'
import { isDual } from './dual.ts'
import { law } from './law.ts'
import { isPure } from './pure.ts'
import { isTotal } from './total.ts'

describe('the laws can fail', () => {
  test('law rejects a predicate that is false somewhere', () => {
    expect(() => law([fc.integer()], (n) => n % 2 === 0)).toThrow('Property failed')
  })

  test('isPure rejects a function that changes its input', () => {
    expect(() => isPure((input: { n: number }) => Object.assign(input, { n: 1 }))({ n: 0 })).toThrow(TypeError)
  })

  test('isPure rejects a function that returns a different result each time', () => {
    let calls = 0
    const count = (): number => {
      calls += 1
      return calls
    }
    expect(isPure(count)(undefined)).toBe(false)
  })

  test('isTotal rejects a function that throws', () => {
    expect(isTotal((input: { a?: { b: number } }) => (input.a as { b: number }).b)({})).toBe(false)
  })

  test('isDual rejects an operation whose two styles differ', () => {
    function two(record: number, argument: number): number
    function two(argument: number): (record: number) => number
    function two(...values: Array<number>): number | ((record: number) => number) {
      return values.length > 1 ? 1 : () => 2
    }
    expect(isDual(two)(0, 0)).toBe(false)
  })

  test('deepFreeze freezes nested values', () => {
    expect(Object.isFrozen(deepFreeze({ a: [{ b: 1 }] }).a[0])).toBe(true)
  })
})
