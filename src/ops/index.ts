/**
 * What you can ask of a record: pure, total functions.
 *
 * @packageDocumentation
 */
export * from './artifactVersion/index.ts'
export * from './Direction.ts'
export * from './Operation.ts'
export * from './Path.ts'
export * from './registry.ts'
export * from './run/index.ts'
export * from './user/index.ts'
