import { seriesOf } from './internal/seriesOf.ts'
import type { HistorySeries } from './series.ts'

/**
 * Returns the rate of change of a series: at each step but the first, the difference from the previous value, per
 * step.
 *
 * The result is one point shorter than the series, and each point is at the later of its two steps. Where either
 * value is `NaN`, so is the result.
 *
 * @param series - A series.
 * @returns A series without the first step; empty for fewer than two points.
 * @example
 * ```ts
 * import { derivative } from 'wandb-run-ops/ops'
 *
 * const { steps, values } = derivative({ steps: Float64Array.of(0, 10, 20), values: Float64Array.of(1, 6, 4) })
 *
 * Array.from(steps) // => [10, 20]
 * Array.from(values) // => [0.5, -0.2]
 * ```
 * @category Series
 * @since 0.1.0
 */
export const derivative = ({ steps, values }: HistorySeries): HistorySeries =>
  seriesOf(
    steps.subarray(1),
    values
      .subarray(1)
      .map((value, row) => (value - (values[row] as number)) / ((steps[row + 1] as number) - (steps[row] as number))),
  )
