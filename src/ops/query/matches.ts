import type { Filter } from '../../types/query/Filter.ts'
import { compiled } from './internal/compiled.ts'
import { predicateOf } from './internal/predicate.ts'

/**
 * Says whether a filter keeps a run. The server's answer to `toMongo`, and an engine's to `toSql`, is the same.
 *
 * With the run last, the filter is worked out once and can be asked of many runs; a time in it is in UTC on every
 * machine. A run that lacks what the filter asks for has no value there. It throws on no filter of the type, unless
 * thousands of them stand in one another; what is no filter is not promised an answer.
 *
 * @param run - A run that has what the filter asks for.
 * @param filter - A filter.
 * @returns Whether it does.
 * @example
 * ```ts
 * import { and, column, eq, lt, matches } from 'wandb-run-ops/ops'
 *
 * const runs = [
 *   { state: 'finished', summary: { 'val/loss': 0.2 } },
 *   { state: 'finished', summary: { 'val/loss': NaN } },
 *   { state: 'crashed', summary: {} },
 * ]
 * const good = and(eq(column.state, 'finished'), lt(column.summary('val/loss'), 0.5))
 *
 * runs.filter(matches(good)).length // => 1
 * ```
 * @category Query
 * @since 0.1.0
 */
export const matches: {
  <R>(run: R, filter: Filter<R>): boolean
  <R>(filter: Filter<R>): (run: R) => boolean
} = /* @__PURE__ */ compiled(predicateOf)
