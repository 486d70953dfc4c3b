/**
 * Makes, combines, evaluates and describes filters.
 *
 * @packageDocumentation
 */
export { matches } from '../ops/match/matches.ts'
export {
  and,
  everything,
  monoidFilterAll as monoidAll,
  monoidFilterAny as monoidAny,
  not,
  nothing,
  or,
} from '../query/combine.ts'
export { between, eq, exists, gt, gte, isIn, lt, lte, ne, notIn } from '../query/compare.ts'
export { describeFilter as describe } from '../query/describe.ts'
export { splitFilter as split } from '../query/mongo/split.ts'
export { contains, hasTag, matchesPattern } from '../query/textFilters.ts'
export { timeRange } from '../query/time/timeRange.ts'
