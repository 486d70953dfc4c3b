/**
 * Makes aggregates, for `aggregate` and `pivot`.
 *
 * @packageDocumentation
 */
export { argmax, argmin, count, first, last, max, mean, min, sum } from '../query/aggregates.ts'
export { median, quantile, stddev, variance } from '../query/distribution.ts'
