/**
 * Makes aggregates, for `aggregate` and `pivot`.
 *
 * @module
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
