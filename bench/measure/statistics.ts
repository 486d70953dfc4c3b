/** Returns the median of the values, or NaN if there are none. */
export const median = (values: ReadonlyArray<number>): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper
}

/** The ratios of two sides over all rounds. */
export interface Ratio {
  readonly median: number
  readonly low: number
  readonly high: number
}

/**
 * Divides round by round, since a disturbance affects both sides of a round, and summarizes the ratios. Returns
 * undefined if the sides share no round.
 */
export const pairedRatio = (
  numerators: ReadonlyArray<number>,
  denominators: ReadonlyArray<number>,
): Ratio | undefined => {
  const ratios = numerators.flatMap((numerator, round) => {
    const denominator = denominators[round]
    return denominator === undefined ? [] : [numerator / denominator]
  })
  if (ratios.length === 0) return undefined
  return { median: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) }
}
