/**
 * Makes aggregates, for `aggregate` and `pivot`.
 *
 * @packageDocumentation
 */
export {
  argmax,
  argmin,
  count,
  first,
  last,
  max,
  mean,
  median,
  min,
  quantile,
  stddev,
  sum,
  variance,
} from '../query/aggregates.ts'
