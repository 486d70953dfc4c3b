/** The rank of each number, from 1 on; equal numbers share the mean of their ranks. */
export const ranksOf = (numbers: Float64Array): Float64Array => {
  const sorted = numbers.slice().sort()
  // The shared rank stands where the first of the equal numbers does.
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

/** The correlation of ranks, which is Spearman's of what was ranked; `undefined` where one side is all the same. */
export const correlationOf = (ones: Float64Array, others: Float64Array): number | undefined => {
  const mean = (ones.length + 1) / 2
  let [both, one, other] = [0, 0, 0]
  for (let at = 0; at < ones.length; at += 1) {
    const x = (ones[at] as number) - mean
    const y = (others[at] as number) - mean
    both += x * y
    one += x * x
    other += y * y
  }
  return one === 0 || other === 0 ? undefined : Math.max(-1, Math.min(1, both / Math.sqrt(one * other)))
}
