/**
 * Operations on projects.
 *
 * @packageDocumentation
 */
export * from './access.ts'
export * from './counts.ts'
export * from './createdAt.ts'
export * from './description.ts'
export * from './entity.ts'
export * from './eqProject.ts'
export * from './id.ts'
export * from './isBenchmark.ts'
export * from './lastActiveAt.ts'
export * from './name.ts'
export * from './ordProject.ts'
export * from './readOnly.ts'
export * from './registry.ts'
export * from './tags.ts'
export * from './updatedAt.ts'
export * from './url.ts'
export * from './user.ts'
