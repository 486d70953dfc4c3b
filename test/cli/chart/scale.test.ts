import { describe, expect, test } from 'vitest'
import { linearScale, logScale } from '../../../cli/chart/scale.ts'

const texts = ({ ticks }: { readonly ticks: ReadonlyArray<{ readonly text: string }> }) => ticks.map(({ text }) => text)

describe('linearScale', () => {
  test.each([
    [0, 1, 5, ['0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [0.031, 0.049, 1, ['0.035', '0.040', '0.045']],
    [0, 1000, 4, ['0', '200', '400', '600', '800', '1000']],
    [0, 3e6, 3, ['0', '1e6', '2e6', '3e6']],
    [0, 2e-9, 4, ['0', '5e-10', '1e-9', '1.5e-9', '2e-9']],
    [-1, 1, 2, ['-1', '0', '1']],
  ])('has round ticks from %d to %d', (low, high, count, expected) => {
    expect(texts(linearScale(low, high, count))).toEqual(expected)
  })

  test('places its ends at 0 and 1, for the largest numbers too', () => {
    for (const [low, high] of [
      [2, 4],
      [-Number.MAX_VALUE, Number.MAX_VALUE],
    ] as const) {
      const { at } = linearScale(low, high, 3)
      expect([at(low), at(high)]).toEqual([0, 1])
    }
  })

  test('puts a constant into the middle', () => {
    expect(linearScale(5, 5, 3).at(5)).toBe(0.5)
    expect(linearScale(0, 0, 3).at(0)).toBe(0.5)
  })
})

describe('logScale', () => {
  test('has powers of ten as ticks, and 2 and 5 times these on a short axis', () => {
    expect(texts(logScale(1, 1000, 5))).toEqual(['1', '10', '100', '1000'])
    expect(texts(logScale(1, 10, 5))).toEqual(['1', '2', '5', '10'])
    expect(texts(logScale(1e-300, 1e300, 3))).toHaveLength(3)
  })

  test('always says what its range is', () => {
    expect(texts(logScale(3.1, 3.4, 5))).toEqual(['3.1', '3.4'])
    expect(texts(logScale(3, 3, 5)).length).toBeGreaterThan(1)
  })
})
