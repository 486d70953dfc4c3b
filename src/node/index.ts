/**
 * Functions that require Node: a client from the environment, and downloads.
 *
 * @packageDocumentation
 */
export * from './clientFromEnv.ts'
export * from './downloadArtifact.ts'
export * from './downloadFile.ts'
export * from './downloadHistory.ts'
