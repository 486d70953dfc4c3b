import { rowOf } from './rowOf.ts'

/**
 * Returns the row in `common` of each step; `common` must contain all of them. A galloping search from the previous
 * row is fast for nearby steps and still logarithmic for distant ones.
 */
export const placesIn = (common: Float64Array, steps: Float64Array): Uint32Array => {
  const rows = new Uint32Array(steps.length)
  let low = 0
  for (let row = 0; row < steps.length; row += 1) {
    const step = steps[row] as number
    let jump = 1
    while ((common[low + jump - 1] as number) < step) {
      low += jump
      jump *= 2
    }
    low = rowOf(common, step, low, Math.min(low + jump - 1, common.length))
    rows[row] = low
  }
  return rows
}
