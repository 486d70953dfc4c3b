/** Whether a value counts in aggregates: a number other than `NaN`. */
export const isNumber = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value)

/** Collects the numbers among the values read from items. */
export const collectNumbers = <R>(all: ReadonlyArray<R>, read: (one: R) => unknown): Float64Array => {
  const numbers = new Float64Array(all.length)
  let count = 0
  for (let index = 0; index < all.length; index += 1) {
    const value = read(all[index] as R)
    if (isNumber(value)) numbers[count++] = value
  }
  return numbers.subarray(0, count)
}

/** Returns the rank of each number, from 1; equal numbers share their mean rank. */
export const averageRanks = (numbers: Float64Array): Float64Array => {
  const sorted = numbers.slice().sort()
  // Each shared rank is stored at the index of the first of its equal numbers.
  const ranks = new Float64Array(sorted.length)
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1
    ranks[start] = (start + 1 + end) / 2
  }
  return numbers.map((number) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sorted[middle] as number) < number) low = middle + 1
      else high = middle
    }
    return ranks[low] as number
  })
}

/**
 * Returns the Pearson correlation of two lists of ranks, which is Spearman's correlation of the ranked values;
 * `undefined` when one side is constant.
 */
export const rankCorrelation = (first: Float64Array, second: Float64Array): number | undefined => {
  const mean = (first.length + 1) / 2
  let [products, firstSquares, secondSquares] = [0, 0, 0]
  for (let index = 0; index < first.length; index += 1) {
    const x = (first[index] as number) - mean
    const y = (second[index] as number) - mean
    products += x * y
    firstSquares += x * x
    secondSquares += y * y
  }
  return firstSquares === 0 || secondSquares === 0
    ? undefined
    : Math.max(-1, Math.min(1, products / Math.sqrt(firstSquares * secondSquares)))
}
