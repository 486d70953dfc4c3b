/**
 * What you can ask of histories.
 *
 * @packageDocumentation
 */
export * from './argExtremes.ts'
export * from './column.ts'
export * from './ends.ts'
export * from './extremes.ts'
export * from './keys.ts'
export * from './mean.ts'
export * from './registry.ts'
export * from './rows.ts'
export * from './series.ts'
export * from './slice.ts'
