import type { Operand } from '../../../types/query/Operand.ts'

/** What a column with values of the type `A` may be compared with. */
export type OperandOf<A> = unknown extends A
  ? Operand
  : (A extends undefined ? never : A extends Date ? Date : A extends ReadonlyArray<infer E> ? E : A) | null

/** What such a column may be less or greater than. */
export type OrderedOperandOf<A> = Extract<OperandOf<A>, boolean | number | string | Date>

/** An operand as data. An invalid date becomes a text that names no moment, which nothing is equal to. */
export const operandOf = (value: unknown): Operand =>
  value instanceof Date ? (Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()) : (value as Operand)
