import { expect, test } from 'vitest'
import { assertSameTotals, sameTotals } from '../../../bench/measure/totals.ts'
import { makeLap } from './lap.ts'

test.each([
  [{ count: 2, checksum: 1 }, { count: 2, checksum: 1 }, true],
  [{ count: 2, checksum: 0.1 + 0.2 }, { count: 2, checksum: 0.3 }, true],
  [{ count: 2, checksum: 5_000_000 }, { count: 2, checksum: 5_000_000.0001 }, true],
  [{ count: 2, checksum: 1 }, { count: 3, checksum: 1 }, false],
  [{ count: 2, checksum: 1 }, { count: 2, checksum: 1.001 }, false],
  [{ count: 2, checksum: Number.NaN }, { count: 2, checksum: 1 }, false],
])('%j and %j are the same totals: %s', (a, b, expected) => {
  expect(sameTotals(a, b)).toBe(expected)
})

test('the error names the side and both totals', () => {
  const laps = { ours: makeLap({}), floor: makeLap({ count: 2, checksum: 3 }) }
  expect(() => assertSameTotals(laps, new Set())).toThrow(
    'floor read 2 values with the sum 3; expected 1 values with the sum 1, as ours.',
  )
})
