import * as E from 'fp-ts/lib/Either.js'
import { and, everything, not } from '../combine.ts'
import type { Filter } from '../Filter.ts'
import { filterIssue } from '../filterIssue.ts'
import { toMongo } from './toMongo.ts'

/**
 * A filter split into two parts that are equivalent to it when combined.
 *
 * @typeParam R - The fields that a run needs for the filter to be evaluated.
 * @category Query
 * @since 0.1.0
 */
export interface SplitFilter<R = never> {
  /** The part that the server can evaluate. */
  readonly pushed: Filter<R>
  /** The part to evaluate on the runs that the server returns. */
  readonly remaining: Filter<R>
}

/** The conjuncts of a filter, each as small as possible. */
const parts = (filter: Filter<unknown>): ReadonlyArray<Filter<unknown>> => {
  if (filter._tag === 'And') return filter.filters.flatMap(parts)
  if (filter._tag !== 'Not') return [filter]
  const negated = filter.filter
  if (negated._tag === 'Not') return parts(negated.filter)
  return negated._tag === 'Or' ? negated.filters.flatMap((member) => parts(not(member))) : [filter]
}

/**
 * Splits a filter into a part that the server can evaluate and a part to evaluate on the runs that it returns.
 *
 * `pushed` is as much of the filter as `toMongo` can express, or `everything` if that is nothing; both parts
 * together match the same runs as the filter. An `or` with a member that the server cannot evaluate remains whole, as does
 * data that is not a filter.
 *
 * @param filter - A filter.
 * @example
 * ```ts
 * import { and, column, contains, describeFilter, eq, splitFilter } from 'wandb-run-ops/query'
 *
 * const { pushed, remaining } = splitFilter(and(eq(column.state, 'finished'), contains(column.notes, 'warm')))
 *
 * describeFilter(pushed) // => 'state is "finished"'
 * describeFilter(remaining) // => 'notes contains "warm"'
 * ```
 * @category Query
 * @since 0.1.0
 */
export const splitFilter = <R>(filter: Filter<R>): SplitFilter<R> => {
  // The parts need the same fields as the whole.
  const whole = filter as Filter<unknown>
  if (E.isRight(toMongo(whole))) return { pushed: filter, remaining: everything }
  if (filterIssue(whole, []) !== undefined) return { pushed: everything, remaining: filter }
  const isPushable = (part: Filter<unknown>): boolean => E.isRight(toMongo(part))
  const all = parts(whole)
  const pushed = and(...all.filter(isPushable))
  // Combined, they may be nested too deeply for the server.
  return isPushable(pushed)
    ? { pushed, remaining: and(...all.filter((part) => !isPushable(part))) }
    : { pushed: everything, remaining: filter }
}
