/**
 * Transforms and combines series of histories.
 *
 * @packageDocumentation
 */
export { bin } from '../ops/history/bin.ts'
export { downsample } from '../ops/history/downsample.ts'
export { groupBand as band } from '../ops/history/groupBand.ts'
export { alignSteps as align, joinSeries as join } from '../ops/history/joinSeries.ts'
export { smooth } from '../ops/history/smooth.ts'
export { cumulative, derivative, rank } from '../ops/history/transforms.ts'
