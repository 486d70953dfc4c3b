/**
 * Operations on entities.
 *
 * @packageDocumentation
 */
export * from './eqEntity.ts'
export * from './id.ts'
export * from './isTeam.ts'
export * from './name.ts'
export * from './registry.ts'
