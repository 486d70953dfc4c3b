import type { Column } from './Column.ts'
import type { Pattern } from './regex/Pattern.ts'

/**
 * A value that a filter compares a column with, as plain JSON. A time is a string such as `2026-11-21T10:00:00.000Z`.
 *
 * @category Query
 * @since 0.1.0
 */
export type Operand = boolean | null | number | string | ReadonlyArray<Operand> | { readonly [key: string]: Operand }

/**
 * A comparison of a column with a value.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Comparison {
  /** Equal, greater, greater or equal, less, less or equal. */
  readonly _tag: 'Eq' | 'Gt' | 'Gte' | 'Lt' | 'Lte'
  /** The column to compare. */
  readonly column: Column
  /** The value to compare it with. */
  readonly value: Operand
}

/**
 * A test whether a column equals one of several values.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Membership {
  /** Discriminant: a membership test. */
  readonly _tag: 'In'
  /** The column to compare. */
  readonly column: Column
  /** The values. */
  readonly values: ReadonlyArray<Operand>
}

/**
 * A test whether a run has the column at all.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Existence {
  /** Discriminant: an existence test. */
  readonly _tag: 'Exists'
  /** The column to look for. */
  readonly column: Column
}

/**
 * A test whether a regular expression matches a column's text.
 *
 * @category Query
 * @since 0.1.0
 */
export interface PatternMatch {
  /** Discriminant: a regular expression match. */
  readonly _tag: 'Matches'
  /** The column to search. */
  readonly column: Column
  /** The regular expression. */
  readonly pattern: Pattern
}

/**
 * A test whether a column's text contains a substring.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Containment {
  /** Discriminant: a substring test. */
  readonly _tag: 'Contains'
  /** The column to search. */
  readonly column: Column
  /** The substring. */
  readonly text: string
}

/**
 * All of several filters, or any of them. An empty `And` matches every run, an empty `Or` none.
 *
 * @typeParam R - What a run must have for the filters to be evaluated.
 * @category Query
 * @since 0.1.0
 */
export interface Combination<R = never> {
  /** How the filters are combined. */
  readonly _tag: 'And' | 'Or'
  /** The filters. */
  readonly filters: ReadonlyArray<Filter<R>>
}

/**
 * The negation of a filter.
 *
 * @typeParam R - What a run must have for the filter to be evaluated.
 * @category Query
 * @since 0.1.0
 */
export interface Negation<R = never> {
  /** Discriminant: a negation. */
  readonly _tag: 'Not'
  /** The negated filter. */
  readonly filter: Filter<R>
}

/**
 * A condition on runs, as data: plain JSON, unless an operand is `NaN` or infinite.
 *
 * The type parameter exists only at compile time. A filter that requires less is assignable where one that requires
 * more is expected, as with predicates.
 *
 * @typeParam R - What a run must have for the filter to be evaluated; `never` if that is unknown.
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
  /** Never set: carries the type. */
  readonly _asks?: (run: R) => boolean
}

/**
 * Why a filter or an order is invalid, or cannot be translated to another language.
 *
 * @category Query
 * @since 0.1.0
 */
export interface InvalidQuery {
  /** Discriminant. */
  readonly _tag: 'InvalidQuery'
  /** The path of the invalid part, such as `filters.$and.0.config.lr`; at most 200 characters. */
  readonly field: string
  /** What is wrong with it and what to do, as the rest of a sentence that starts with the path. */
  readonly reason: string
}

/** @internal */
export const invalidQuery = (path: ReadonlyArray<string | number>, reason: string): InvalidQuery => ({
  _tag: 'InvalidQuery',
  field: path.join('.').slice(0, 200),
  reason,
})
