import { describe, expect, expectTypeOf, test } from 'vitest'
import { dual } from '../../src/ops/dual.ts'

const minus = dual((receiver: number, argument: number | undefined) => receiver - (argument ?? 0))

describe('dual', () => {
  test('treats two arguments as the receiver and the argument', () => {
    expect(minus(5, 3)).toBe(2)
  })

  test('treats one argument as the argument, and waits for the receiver', () => {
    expect(minus(3)(5)).toBe(2)
  })

  test('waits for the receiver when called without arguments', () => {
    const none = minus as unknown as () => (receiver: number) => number
    expect(none()(5)).toBe(5)
  })

  test('treats an undefined argument as an argument', () => {
    expect(minus(5, undefined)).toBe(5)
  })

  test('returns a function that works with map', () => {
    expect([5, 6].map(minus(1))).toEqual([4, 5])
  })

  test('ignores a third argument', () => {
    expect((minus as unknown as (...values: ReadonlyArray<number>) => number)(5, 3, 9)).toBe(2)
  })

  test('types both styles', () => {
    expectTypeOf(minus(5, 3)).toEqualTypeOf<number>()
    expectTypeOf(minus(3)).toEqualTypeOf<(receiver: number) => number>()
  })
})
