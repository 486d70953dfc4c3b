import { expect, test } from 'vitest'
import { agree } from '../../../bench/measure/agree.ts'

test.each([
  [{ count: 2, checksum: 1 }, { count: 2, checksum: 1 }, true],
  [{ count: 2, checksum: 0.1 + 0.2 }, { count: 2, checksum: 0.3 }, true],
  [{ count: 2, checksum: 5_000_000 }, { count: 2, checksum: 5_000_000.0001 }, true],
  [{ count: 2, checksum: 1 }, { count: 3, checksum: 1 }, false],
  [{ count: 2, checksum: 1 }, { count: 2, checksum: 1.001 }, false],
  [{ count: 2, checksum: Number.NaN }, { count: 2, checksum: 1 }, false],
])('%j and %j agree: %s', (one, other, expected) => {
  expect(agree(one, other)).toBe(expected)
})
