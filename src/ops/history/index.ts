/**
 * Operations on histories and series.
 *
 * @packageDocumentation
 */
export * from './alignSteps.ts'
export * from './argExtremes.ts'
export * from './bin.ts'
export * from './column.ts'
export * from './cumulative.ts'
export * from './derivative.ts'
export * from './downsample.ts'
export * from './ends.ts'
export * from './extremes.ts'
export * from './groupBand.ts'
export * from './joinSeries.ts'
export * from './keys.ts'
export * from './mean.ts'
export * from './rank.ts'
export * from './registry.ts'
export * from './rows.ts'
export * from './StepRange.ts'
export * from './series.ts'
export * from './slice.ts'
export * from './smooth.ts'
