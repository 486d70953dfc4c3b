/**
 * Operations on many runs at once.
 *
 * @packageDocumentation
 */
export * from './aggregate.ts'
export * from './argExtremes.ts'
export * from './bestRun.ts'
export * from './commonConfig.ts'
export * from './count.ts'
export * from './countBy.ts'
export * from './diffConfigs.ts'
export * from './ends.ts'
export * from './extremes.ts'
export * from './groupRunsBy.ts'
export * from './importance.ts'
export * from './joinRuns.ts'
export * from './mean.ts'
export * from './ordConfigDifferenceBySize.ts'
export * from './pivot.ts'
export * from './quantile.ts'
export * from './RunTable.ts'
export * from './sum.ts'
export * from './toTable.ts'
export * from './uniqueBy.ts'
export * from './variance.ts'
