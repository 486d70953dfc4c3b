import * as E from 'fp-ts/lib/Either.js'
import type { Filter } from '../../types/query/Filter.ts'
import { toMongo } from '../../types/query/toMongo.ts'
import { and, everything, not } from './combine.ts'

/**
 * A filter in two parts that mean the same together.
 *
 * @typeParam R - What a run must have for the filter to be asked.
 * @category Query
 * @since 0.1.0
 */
export interface SplitFilter<R = never> {
  /** What the server can be asked. */
  readonly pushed: Filter<R>
  /** What is to be asked of the runs that it sends. */
  readonly remaining: Filter<R>
}

/** The filters that must all hold, each as small as can be. */
const parts = (filter: Filter<unknown>): ReadonlyArray<Filter<unknown>> => {
  if (filter._tag === 'And') return filter.filters.flatMap(parts)
  if (filter._tag !== 'Not') return [filter]
  const refused = filter.filter
  if (refused._tag === 'Not') return parts(refused.filter)
  return refused._tag === 'Or' ? refused.filters.flatMap((member) => parts(not(member))) : [filter]
}

/**
 * Splits a filter into what the server can be asked and what is to be asked of the runs that it sends.
 *
 * `toMongo` can say `pushed`, which is as much of the filter as there is, and `everything` where that is nothing; both
 * parts together leave the same runs as the filter does. An alternative with one part that the server cannot be asked
 * remains whole.
 *
 * @param filter - A filter.
 * @example
 * ```ts
 * import { and, column, contains, describe, eq, split } from 'wandb-run-ops/ops'
 *
 * const { pushed, remaining } = split(and(eq(column.state, 'finished'), contains(column.notes, 'warm')))
 *
 * describe(pushed) // => 'state is "finished"'
 * describe(remaining) // => 'notes contains "warm"'
 * ```
 * @category Query
 * @since 0.1.0
 */
export const split = <R>(filter: Filter<R>): SplitFilter<R> => {
  // What the parts ask for is what the whole asks for.
  const whole = filter as Filter<unknown>
  if (E.isRight(toMongo(whole))) return { pushed: filter, remaining: everything }
  const isSaid = (part: Filter<unknown>): boolean => E.isRight(toMongo(part))
  const all = parts(whole)
  const pushed = and(...all.filter(isSaid))
  // Together they may be nested too deeply for it.
  return isSaid(pushed)
    ? { pushed, remaining: and(...all.filter((part) => !isSaid(part))) }
    : { pushed: everything, remaining: filter }
}
