import { describe, expect, expectTypeOf, test } from 'vitest'
import { dual } from '../../../src/ops/internal/dual.ts'

const minus = dual((receiver: number, argument: number | undefined) => receiver - (argument ?? 0))

describe('dual', () => {
  test('takes two arguments for the receiver and the argument', () => {
    expect(minus(5, 3)).toBe(2)
  })

  test('takes one argument for the argument, and awaits the receiver', () => {
    expect(minus(3)(5)).toBe(2)
  })

  test('awaits the receiver when called with nothing', () => {
    const none = minus as unknown as () => (receiver: number) => number
    expect(none()(5)).toBe(5)
  })

  test('takes an argument that is undefined for an argument', () => {
    expect(minus(5, undefined)).toBe(5)
  })

  test('gives a function that is ready for map', () => {
    expect([5, 6].map(minus(1))).toEqual([4, 5])
  })

  test('looks at no third argument', () => {
    expect((minus as unknown as (...values: ReadonlyArray<number>) => number)(5, 3, 9)).toBe(2)
  })

  test('types both styles', () => {
    expectTypeOf(minus(5, 3)).toEqualTypeOf<number>()
    expectTypeOf(minus(3)).toEqualTypeOf<(receiver: number) => number>()
  })
})
