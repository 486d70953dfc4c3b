/**
 * The files of a run: lists, one file, metadata, and what the run wrote to its console.
 *
 * @packageDocumentation
 */
export * from './loadConsoleLogs.ts'
export * from './loadFile.ts'
export * from './loadFiles.ts'
export * from './loadRunMetadata.ts'
