/**
 * Operations on run files.
 *
 * @packageDocumentation
 */
export * from './digest.ts'
export * from './eqFile.ts'
export * from './id.ts'
export * from './mimetype.ts'
export * from './name.ts'
export * from './ordFile.ts'
export * from './registry.ts'
export * from './size.ts'
export * from './updatedAt.ts'
export * from './url.ts'
