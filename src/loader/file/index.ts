/**
 * Loaders of the files of a run: lists, one file, the metadata, and the console logs.
 *
 * @packageDocumentation
 */
export * from './loadConsoleLogs.ts'
export * from './loadFile.ts'
export * from './loadFiles.ts'
export * from './loadRunMetadata.ts'
