/**
 * Binary search in ascending steps: returns the first row from `low`, and before `high`, whose step is at least
 * `step`; `high` when there is none.
 */
export const rowOf = (steps: Float64Array, step: number, low = 0, high: number = steps.length): number => {
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((steps[middle] as number) < step) low = middle + 1
    else high = middle
  }
  return low
}
