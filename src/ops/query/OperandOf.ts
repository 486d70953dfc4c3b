import type { Operand } from '../../types/query/Operand.ts'

/**
 * The values that a column of type `A` can be compared with: its values, the elements of its lists, and `null`.
 *
 * @category Filters
 * @since 0.1.0
 */
export type OperandOf<A> = unknown extends A
  ? Operand
  : (A extends undefined ? never : A extends Date ? Date : A extends ReadonlyArray<infer E> ? E : A) | null

/**
 * The values that a column of type `A` can be less or greater than.
 *
 * @category Filters
 * @since 0.1.0
 */
export type OrderedOperandOf<A> = Extract<OperandOf<A>, boolean | number | string | Date>
