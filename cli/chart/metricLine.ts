import { ownColumn, valueInRow } from '../../src/ops/history/column.ts'
import { downsample } from '../../src/ops/history/downsample.ts'
import { historySeries } from '../../src/ops/history/series.ts'
import { smooth } from '../../src/ops/history/smooth.ts'
import type { History } from '../../src/types/index.ts'

/** The points of one line of a chart, from left to right. A value that is not finite is a gap. */
export interface MetricLine {
  readonly name: string
  readonly x: Float64Array
  readonly y: Float64Array
  /** The last number of the metric, before it was smoothed; `undefined` if it has none. */
  readonly last: number | undefined
  /** How many values leave gaps: those that are not finite, and on a logarithmic axis those that are not positive. */
  readonly gaps: number
}

/** What is drawn of a metric. */
export interface MetricLineOptions {
  readonly key: string
  /** The metric of the horizontal axis, or `_step`. */
  readonly x: string
  /** The weight of earlier values, from 0 to 1, as TensorBoard smooths. */
  readonly smoothing: number
  readonly isLog: boolean
  /** The number of points that there is room for. */
  readonly points: number
}

/** The numbers of two metrics in the rows that have both, in ascending order of the first. */
const pairs = (history: History, xKey: string, yKey: string) => {
  const [xs, ys] = [ownColumn(history, xKey), ownColumn(history, yKey)]
  const found: Array<readonly [x: number, y: number]> = []
  for (let row = 0; row < history.length && xs !== undefined && ys !== undefined; row += 1) {
    const [x, y] = [valueInRow(xs, row), valueInRow(ys, row)]
    if (typeof x === 'number' && Number.isFinite(x) && typeof y === 'number') found.push([x, y])
  }
  found.sort(([one], [other]) => one - other)
  return { steps: Float64Array.from(found, ([x]) => x), values: Float64Array.from(found, ([, y]) => y) }
}

/** Returns the line of a metric, smoothed, and with no more points than there is room for. */
export const metricLine = (
  name: string,
  history: History,
  { key, x, smoothing, isLog, points }: MetricLineOptions,
): MetricLine => {
  const { steps, values } = x === '_step' ? historySeries(history, key) : pairs(history, x, key)
  let gaps = 0
  let last: number | undefined
  const drawn = values.map((value) => {
    if (Number.isFinite(value)) last = value
    if (Number.isFinite(value) && (!isLog || value > 0)) return value
    gaps += 1
    return Number.NaN
  })
  const series =
    smoothing > 0 ? smooth({ steps, values: drawn }, { type: 'exponential', weight: smoothing }) : undefined
  const shown = downsample(series ?? { steps, values: drawn }, { method: 'minMax', n: points })
  return { name, x: shown.steps, y: shown.values, last, gaps }
}
