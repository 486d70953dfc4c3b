import type { Operand } from '../../../types/query/Operand.ts'

/** An operand as data. An invalid date becomes a text that names no moment, which nothing is equal to. */
export const operandOf = (value: unknown): Operand =>
  value instanceof Date ? (Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()) : (value as Operand)
