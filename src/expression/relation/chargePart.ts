import type { RelationalPart } from '../plan/RelationalPart.ts'
import type { Budget } from '../values/budget.ts'

/** The words that the evaluator would create for each run, for each column that it reads and for the lists of runs. */
const COLUMN_WORDS = 8
const RUN_WORDS = 7

/** The most that reading the strings of runs may cost beyond what is charged. */
const MARGIN = 4

/**
 * Charges what the evaluator would process and create, so that an expression that is over the limits fails either way.
 * Strings are not charged: how long they are is not known here. So nothing is charged, and `false` returned, unless much
 * more than that is left.
 */
export const chargePart = ({ columns, cost }: RelationalPart, runs: number, budget: Budget): boolean => {
  const elements = runs * (1 + cost)
  const words = runs * (RUN_WORDS + COLUMN_WORDS * columns.length)
  if (!budget.hasLeft(MARGIN * elements, MARGIN * words)) return false
  budget.spendBudget(elements)
  budget.claimMemory(words)
  return true
}
