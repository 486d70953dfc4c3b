/**
 * Operations on sweeps.
 *
 * @packageDocumentation
 */
export * from './bestLoss.ts'
export * from './config.ts'
export * from './createdAt.ts'
export * from './description.ts'
export * from './eqSweep.ts'
export * from './id.ts'
export * from './method.ts'
export * from './metric.ts'
export * from './name.ts'
export * from './ordSweep.ts'
export * from './project.ts'
export * from './registry.ts'
export * from './runCount.ts'
export * from './state.ts'
export * from './updatedAt.ts'
export * from './url.ts'
