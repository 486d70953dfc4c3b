import fc from 'fast-check'
import type { HistorySeries } from 'wandb-run-ops/ops'
import { anyNumber } from './json.ts'

const step = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -40, max: 40 }).map((n) => n / 4),
)

/** A series of a few points at unevenly spaced steps, of which several series share some. */
export const seriesOf = (value: fc.Arbitrary<number>, maxLength = 24): fc.Arbitrary<HistorySeries> =>
  fc
    .uniqueArray(fc.tuple(step, value), { selector: ([at]) => at, comparator: 'SameValueZero', maxLength, size: '+1' })
    .map((points) => points.sort(([first], [second]) => first - second))
    .map((points) => ({
      steps: Float64Array.from(points, ([at]) => at),
      values: Float64Array.from(points, ([, number]) => number),
    }))

/** Numbers of which several are equal. */
export const smallNumber: fc.Arbitrary<number> = fc.integer({ min: -8, max: 8 }).map((n) => n / 2)

/** A series of any numbers, NaN and infinities among them. */
export const series: fc.Arbitrary<HistorySeries> = seriesOf(anyNumber)

/** A series of small numbers and some NaN. */
export const tameSeries: fc.Arbitrary<HistorySeries> = seriesOf(
  fc.oneof({ weight: 5, arbitrary: smallNumber }, { weight: 1, arbitrary: fc.constant(Number.NaN) }),
)

/** The same with lists in place of typed arrays, whose bytes are compared: of NaN there are several. */
export const plainly = (value: unknown): unknown => {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array)
  if (Array.isArray(value)) return value.map(plainly)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainly(inner)]))
}
