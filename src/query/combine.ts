import type { Monoid } from 'fp-ts/lib/Monoid.js'
import { isNone } from '../types/wire/own.ts'
import type { Combination, Filter } from './Filter.ts'

/** The parts of a filter of a kind, or the filter alone. What is not a filter stays, and whoever evaluates it refuses it. */
const partsOf = <R>(_tag: Combination['_tag'], filter: Filter<R>): ReadonlyArray<Filter<R>> =>
  isNone(filter) || filter._tag !== _tag || !Array.isArray(filter.filters) ? [filter] : filter.filters

/** Combines filters: nested ones of the same kind are flattened, and a single filter is returned as it is. */
export const combineFilters = (_tag: Combination['_tag'], filters: ReadonlyArray<Filter>): Filter => {
  const flat = filters.flatMap((filter) => partsOf(_tag, filter))
  const [only] = flat
  return only !== undefined && flat.length === 1 ? only : { _tag, filters: flat }
}

/** Negates a filter. */
export const negateFilter = (filter: Filter): Filter =>
  filter._tag === 'Not' ? filter.filter : { _tag: 'Not', filter }

/**
 * Matches every run.
 *
 * @category Filters
 * @since 0.1.0
 */
export const everything: Filter<unknown> = /* @__PURE__ */ Object.freeze({
  _tag: 'And',
  filters: /* @__PURE__ */ Object.freeze([]),
})

/** Whether a filter has the form of {@link everything}. */
export const isEverything = (filter: Filter): boolean => filter._tag === 'And' && filter.filters.length === 0

/**
 * Matches no run.
 *
 * @category Filters
 * @since 0.1.0
 */
export const nothing: Filter<unknown> = /* @__PURE__ */ Object.freeze({
  _tag: 'Or',
  filters: /* @__PURE__ */ Object.freeze([]),
})

/**
 * The fields that a run needs for all filters of a union to be evaluated.
 *
 * @category Filters
 * @since 0.1.0
 */
export type FilterRun<F extends Filter> = NonNullable<F['_asks']> extends (run: infer R) => boolean ? R : never

/** Flattens nested combinations of the same kind, so that grouping makes no difference. */
const combination = (_tag: Combination['_tag'], filters: ReadonlyArray<Filter>): Filter<unknown> => {
  // The fields that the members need are known only to the caller's signature.
  const flat = (filters as ReadonlyArray<Filter<unknown>>).flatMap((filter) => partsOf(_tag, filter))
  const [only] = flat
  return only !== undefined && flat.length === 1 ? only : { _tag, filters: flat }
}

/**
 * Matches runs that all of the filters match; without filters, every run.
 *
 * @param filters - Filters.
 * @example
 * ```ts
 * import { and, column, eq, gt } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
 *
 * const good = and(eq(column.state, 'finished'), gt(column.summary('accuracy'), 0.9))
 *
 * matches({ state: 'finished', summary: { accuracy: 0.95 } }, good) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const and = <F extends ReadonlyArray<Filter>>(...filters: F): Filter<FilterRun<F[number]>> =>
  combination('And', filters)

/**
 * Matches runs that at least one of the filters matches; without filters, no run.
 *
 * @param filters - Filters.
 * @example
 * ```ts
 * import { column, eq, hasTag, or } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
 *
 * matches({ state: 'running', tags: ['best'] }, or(eq(column.state, 'finished'), hasTag('best'))) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const or = <F extends ReadonlyArray<Filter>>(...filters: F): Filter<FilterRun<F[number]>> =>
  combination('Or', filters)

/**
 * Matches the runs that a filter does not, including those without a value.
 *
 * @param filter - A filter.
 * @example
 * ```ts
 * import { column, gt, not } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
 *
 * matches({ summary: { loss: NaN } }, not(gt(column.summary('loss'), 0.5))) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const not = <R>(filter: Filter<R>): Filter<R> =>
  !isNone(filter) && filter._tag === 'Not' ? filter.filter : { _tag: 'Not', filter }

/**
 * The monoid of filters under {@link and}, with {@link everything}.
 *
 * @category Instances
 * @since 0.1.0
 */
export const monoidFilterAll = <R>(): Monoid<Filter<R>> => ({ concat: and, empty: everything })

/**
 * The monoid of filters under {@link or}, with {@link nothing}.
 *
 * @category Instances
 * @since 0.1.0
 */
export const monoidFilterAny = <R>(): Monoid<Filter<R>> => ({ concat: or, empty: nothing })
