/**
 * Operations on reports.
 *
 * @packageDocumentation
 */
export * from './createdAt.ts'
export * from './description.ts'
export * from './eqReport.ts'
export * from './id.ts'
export * from './name.ts'
export * from './ordReport.ts'
export * from './project.ts'
export * from './registry.ts'
export * from './runs.ts'
export * from './sections.ts'
export * from './spec.ts'
export * from './updatedAt.ts'
export * from './url.ts'
export * from './user.ts'
