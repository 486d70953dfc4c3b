/** The first row whose step is not less than `step`. The steps ascend. */
export const rowOf = (steps: Float64Array, step: number): number => {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((steps[middle] as number) < step) low = middle + 1
    else high = middle
  }
  return low
}
