/**
 * Operations on artifact types.
 *
 * @packageDocumentation
 */
export * from './createdAt.ts'
export * from './description.ts'
export * from './eqArtifactType.ts'
export * from './id.ts'
export * from './name.ts'
export * from './project.ts'
export * from './registry.ts'
