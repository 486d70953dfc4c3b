/**
 * Loaders of records from a W&B server, and the client that they use.
 *
 * @packageDocumentation
 */
export * from './artifact/index.ts'
export * from './Client.ts'
export * from './cached.ts'
export * from './file/index.ts'
export * from './fromPath.ts'
export * from './history/index.ts'
export * from './LoadError.ts'
export * from './LoadErrorReason.ts'
export * from './list.ts'
export * from './makeClient.ts'
export * from './orThrow.ts'
export * from './paths.ts'
export * from './project/index.ts'
export * from './query.ts'
export * from './RunReference.ts'
export * from './report/index.ts'
export * from './run/index.ts'
export * from './sweep/index.ts'
export * from './user/index.ts'
