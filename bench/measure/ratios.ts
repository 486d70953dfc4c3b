import { median } from './median.ts'

/** How one side compares with another, from the rounds that both were in. */
export interface Ratio {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** The ratios round by round: what disturbs a round disturbs both of its sides. */
export const ratiosOf = (ones: ReadonlyArray<number>, others: ReadonlyArray<number>): ReadonlyArray<number> =>
  ones.flatMap((one, round) => {
    const other = others[round]
    return other === undefined ? [] : [one / other]
  })

/** The median of the ratios round by round, with the lowest and the highest; undefined without any round. */
export const ratioOf = (ones: ReadonlyArray<number>, others: ReadonlyArray<number>): Ratio | undefined => {
  const ratios = ratiosOf(ones, others)
  if (ratios.length === 0) return undefined
  return { median: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) }
}
