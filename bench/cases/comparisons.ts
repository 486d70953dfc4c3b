import type { Case } from '../Case.ts'
import type { Comparison } from '../measure/Comparison.ts'
import { compare } from '../measure/compare.ts'

/** A case of one comparison after another. */
export const comparisons = (name: string, all: ReadonlyArray<Comparison>): Case => ({
  name,
  run: async function* (options) {
    for (const comparison of all) yield await compare(comparison, options)
  },
})
