/** The first row, from `low` on and before `high`, whose step is not less than `step`; `high` where there is none. The steps ascend. */
export const rowOf = (steps: Float64Array, step: number, low = 0, high: number = steps.length): number => {
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((steps[middle] as number) < step) low = middle + 1
    else high = middle
  }
  return low
}
