import type { BenchOptions, Comparison } from '../measure/Comparison.ts'
import { compare } from '../measure/compare.ts'
import type { Row } from '../measure/Row.ts'

/** A benchmark that yields one or more rows. */
export interface Case {
  readonly name: string
  readonly run: (options: BenchOptions) => AsyncIterable<Row>
}

/** Makes a case that runs comparisons one after another. */
export const comparisonCase = (name: string, comparisons: ReadonlyArray<Comparison>): Case => ({
  name,
  run: async function* (options) {
    for (const comparison of comparisons) yield await compare(comparison, options)
  },
})
