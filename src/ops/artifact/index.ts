/**
 * Operations on artifacts.
 *
 * @packageDocumentation
 */
export * from './aliases.ts'
export * from './createdAt.ts'
export * from './description.ts'
export * from './eqArtifact.ts'
export * from './id.ts'
export * from './kind.ts'
export * from './link.ts'
export * from './name.ts'
export * from './ordArtifact.ts'
export * from './project.ts'
export * from './registry.ts'
export * from './tags.ts'
export * from './type.ts'
export * from './updatedAt.ts'
export * from './versions.ts'
