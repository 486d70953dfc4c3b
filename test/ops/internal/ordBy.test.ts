import { describe, expect, test } from 'vitest'
import { ordBy } from '../../../src/ops/internal/ordBy.ts'

describe('ordBy', () => {
  test('orders records by what is read from them', () => {
    expect(ordBy((text: string) => text.length).compare('bb', 'a')).toBe(1)
  })

  test('takes records for equal when they compare to 0', () => {
    expect(ordBy((text: string) => text.length).equals('a', 'b')).toBe(true)
  })

  test('turns round with desc', () => {
    expect(ordBy((text: string) => text.length, 'desc').compare('bb', 'a')).toBe(-1)
  })
})
