import { rowOf } from './rowOf.ts'

/**
 * The row of `common` for each of `steps`, all of which it has. The search goes on from the last place in ever longer
 * jumps, so that it costs little where the places are close, and not much where they are far apart.
 */
export const placesIn = (common: Float64Array, steps: Float64Array): Uint32Array => {
  const places = new Uint32Array(steps.length)
  let low = 0
  for (let row = 0; row < steps.length; row += 1) {
    const step = steps[row] as number
    let jump = 1
    while ((common[low + jump - 1] as number) < step) {
      low += jump
      jump *= 2
    }
    low = rowOf(common, step, low, Math.min(low + jump - 1, common.length))
    places[row] = low
  }
  return places
}
