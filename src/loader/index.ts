/**
 * Where records come from: a client of a W&B server, and loads that end in records or in a reason.
 *
 * @packageDocumentation
 */
export * from './Client.ts'
export * from './countRuns.ts'
export * from './LoadError.ts'
export * from './loadRun.ts'
export * from './loadRuns.ts'
export * from './makeClient.ts'
export * from './orThrow.ts'
export * from './paths.ts'
export * from './query.ts'
export * from './runPages.ts'
