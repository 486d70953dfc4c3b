import { describe, expect, test } from 'vitest'
import { ordBy } from '../../../src/ops/internal/ordBy.ts'

describe('ordBy', () => {
  test('orders records by the value read from them', () => {
    expect(ordBy((text: string) => text.length).compare('bb', 'a')).toBe(1)
  })

  test('treats records as equal when they compare to 0', () => {
    expect(ordBy((text: string) => text.length).equals('a', 'b')).toBe(true)
  })

  test('reverses with desc', () => {
    expect(ordBy((text: string) => text.length, 'desc').compare('bb', 'a')).toBe(-1)
  })
})
