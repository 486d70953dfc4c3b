import type { Operand } from '../../../types/query/Operand.ts'

/** Converts an operand to plain data. An invalid date becomes a string that is not a time, which nothing equals. */
export const operandOf = (value: unknown): Operand =>
  value instanceof Date ? (Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()) : (value as Operand)
