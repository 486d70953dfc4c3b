import { downsample } from '../../src/ops/history/downsample.ts'

const BARS = '▁▂▃▄▅▆▇█'

/**
 * Draws numbers as a line of bars, the smallest number as the lowest bar. What is not finite is a space.
 *
 * @param values - The numbers.
 * @param width - The maximum number of characters.
 */
export const sparkline = (values: Float64Array, width: number): string => {
  const steps = Float64Array.from(values, (_, at) => at)
  const shown = downsample({ steps, values }, { method: 'lttb', n: width }).values
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of shown)
    if (Number.isFinite(value)) {
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  const range = high / 2 - low / 2
  return Array.from(shown, (value) => {
    if (!Number.isFinite(value)) return ' '
    const part = range === 0 ? 0.5 : (value / 2 - low / 2) / range
    return BARS[Math.min(BARS.length - 1, Math.floor(part * BARS.length))]
  }).join('')
}
