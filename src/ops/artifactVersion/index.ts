/**
 * Operations on artifact versions.
 *
 * @packageDocumentation
 */
export * from './aliases.ts'
export * from './commitHash.ts'
export * from './createdAt.ts'
export * from './description.ts'
export * from './digest.ts'
export * from './eqArtifactVersion.ts'
export * from './historyStep.ts'
export * from './id.ts'
export * from './link.ts'
export * from './metadata.ts'
export * from './name.ts'
export * from './ordArtifactVersion.ts'
export * from './project.ts'
export * from './registry.ts'
export * from './size.ts'
export * from './source.ts'
export * from './state.ts'
export * from './tags.ts'
export * from './ttl.ts'
export * from './type.ts'
export * from './updatedAt.ts'
export * from './version.ts'
