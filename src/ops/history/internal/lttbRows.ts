import { fromBuckets } from './fromBuckets.ts'

/** Returns the first and the last row, and of each bucket the row with the largest triangle area (LTTB). */
export const lttbRows = (steps: Float64Array, values: Float64Array, n: number): ReadonlyArray<number> => {
  let before = 0
  return fromBuckets(values.length, n - 2, (start, end, next) => {
    let count = 0
    let meanStep = 0
    let mean = 0
    for (let row = end; row < next; row += 1) {
      if (!Number.isFinite(values[row])) continue
      count += 1
      meanStep += steps[row] as number
      mean += values[row] as number
    }
    const step = steps[before] as number
    const value = values[before] as number
    let chosen = -1
    let largest = 0
    for (let row = start; row < end; row += 1) {
      if (!Number.isFinite(values[row])) continue
      const area = Math.abs(
        (step - meanStep / count) * ((values[row] as number) - value) -
          (step - (steps[row] as number)) * (mean / count - value),
      )
      if (chosen >= 0 && !(area > largest)) continue
      chosen = row
      largest = area
    }
    before = chosen < 0 ? start : chosen
    return [before]
  })
}
