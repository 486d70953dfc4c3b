/**
 * What only Node can do: a client from the environment, the settings files and netrc.
 *
 * @packageDocumentation
 */
export * from './clientFromEnv.ts'
export * from './downloadArtifact.ts'
export * from './downloadFile.ts'
export * from './downloadHistory.ts'
