import type { Budget } from '../values/budget.ts'

/** The characters of a number, a boolean, `null` or a date, in JSON. */
const SCALAR = 25

/** Charges a walk over a value and everything within, and returns the number of characters of its JSON, or more. */
export const chargeParts = (budget: Budget, value: unknown): number => {
  if (typeof value === 'string') {
    budget.readCharacters(value.length)
    return value.length + 2
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return SCALAR
  const parts = Array.isArray(value) ? value : Object.values(value)
  budget.spendBudget(1 + parts.length)
  let characters = 2 + parts.length
  if (!Array.isArray(value)) for (const key of Object.keys(value)) characters += key.length + 3
  for (const part of parts) characters += chargeParts(budget, part)
  return characters
}
