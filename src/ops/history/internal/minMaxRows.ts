import { fromBuckets } from './fromBuckets.ts'

/**
 * Returns the first and the last row, and those of the smallest and largest number in each of the buckets that `n`
 * rows allow.
 */
export const minMaxRows = (values: Float64Array, n: number): ReadonlyArray<number> =>
  fromBuckets(values.length, (n - 2) >> 1, (start, end) => {
    let low = -1
    let high = -1
    for (let row = start; row < end; row += 1) {
      const value = values[row] as number
      if (Number.isNaN(value)) continue
      if (low < 0 || value < (values[low] as number)) low = row
      if (high < 0 || value > (values[high] as number)) high = row
    }
    if (low === high) return [low < 0 ? start : low]
    return low < high ? [low, high] : [high, low]
  })
