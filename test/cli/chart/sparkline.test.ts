import { expect, test } from 'vitest'
import { sparkline } from '../../../cli/chart/sparkline.ts'

test('draws the smallest number as the lowest bar, and gaps as spaces', () => {
  expect(sparkline(Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7), 20)).toBe('▁▂▃▄▅▆▇█')
  expect(sparkline(Float64Array.of(1, Number.NaN, 3), 20)).toBe('▁ █')
  expect(sparkline(Float64Array.of(2, 2), 20)).toBe('▅▅')
  expect(sparkline(Float64Array.of(), 20)).toBe('')
  expect(sparkline(Float64Array.of(-Number.MAX_VALUE, Number.MAX_VALUE, Number.POSITIVE_INFINITY), 20)).toBe('▁█ ')
})

test('is no longer than its width', () => {
  expect(
    sparkline(
      Float64Array.from({ length: 1000 }, (_, at) => at),
      10,
    ),
  ).toHaveLength(10)
})
