import type { HistorySeries } from '../series.ts'
import { blend } from './blend.ts'

/** Returns the values of a series at other steps, filling gaps as `fill` says. */
export const onto = (
  common: Float64Array,
  { steps, values }: HistorySeries,
  fill?: 'missing' | 'previous' | 'linear',
): Float64Array => {
  let next = 0
  return common.map((step) => {
    while ((steps[next] as number) <= step) next += 1
    const before = steps[next - 1] as number
    const value = values[next - 1] ?? Number.NaN
    if (before === step || fill === 'previous') return value
    if (fill !== 'linear') return Number.NaN
    // Before the first point and after the last, one of the two values is missing, which makes NaN.
    return blend(value, values[next] as number, (step - before) / ((steps[next] as number) - before))
  })
}
