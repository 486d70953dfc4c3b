import type { Column } from './Column.ts'
import type { Operand } from './Operand.ts'
import type { Pattern } from './Pattern.ts'

/**
 * A comparison of a column with a value.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Comparison {
  /** Equal, greater, greater or equal, less, less or equal. */
  readonly _tag: 'Eq' | 'Gt' | 'Gte' | 'Lt' | 'Lte'
  /** What is compared. */
  readonly column: Column
  /** What it is compared with. */
  readonly value: Operand
}

/**
 * The question whether a column is equal to one of several values.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Membership {
  /** Says that it is a membership. */
  readonly _tag: 'In'
  /** What is compared. */
  readonly column: Column
  /** The values. */
  readonly values: ReadonlyArray<Operand>
}

/**
 * The question whether a run has the column at all.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Existence {
  /** Says that it is about being there. */
  readonly _tag: 'Exists'
  /** What is looked for. */
  readonly column: Column
}

/**
 * The question whether a regular expression is found in a column's text.
 *
 * @category Query
 * @since 0.1.0
 */
export interface PatternMatch {
  /** Says that it is a regular expression. */
  readonly _tag: 'Matches'
  /** Where it is looked for. */
  readonly column: Column
  /** The expression. */
  readonly pattern: Pattern
}

/**
 * The question whether a column's text has a part.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Containment {
  /** Says that it is a part of a text. */
  readonly _tag: 'Contains'
  /** Where it is looked for. */
  readonly column: Column
  /** The part. */
  readonly text: string
}

/**
 * All of several filters, or any of them: of none, `And` is everything and `Or` is nothing.
 *
 * @typeParam R - What a run must have for the filters to be asked.
 * @category Query
 * @since 0.1.0
 */
export interface Combination<R = never> {
  /** How the filters belong together. */
  readonly _tag: 'And' | 'Or'
  /** The filters. */
  readonly filters: ReadonlyArray<Filter<R>>
}

/**
 * The opposite of a filter.
 *
 * @typeParam R - What a run must have for the filter to be asked.
 * @category Query
 * @since 0.1.0
 */
export interface Negation<R = never> {
  /** Says that it is an opposite. */
  readonly _tag: 'Not'
  /** Of what. */
  readonly filter: Filter<R>
}

/**
 * A question about a run that has the answer yes or no, as data: plain JSON, as long as no operand is `NaN` or infinite.
 *
 * The type parameter is for the compiler alone. A filter that asks for less can stand where one that may ask for more is
 * wanted, as with predicates.
 *
 * @typeParam R - What a run must have for the filter to be asked; `never` for a filter of which that is not known.
 * @category Query
 * @since 0.1.0
 */
export type Filter<R = never> = (
  | Comparison
  | Membership
  | Existence
  | PatternMatch
  | Containment
  | Combination<R>
  | Negation<R>
) & {
  /** Never there: it keeps the type. */
  readonly _asks?: (run: R) => boolean
}
