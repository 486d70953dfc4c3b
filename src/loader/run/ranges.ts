/**
 * Reads a long list of runs in ranges of creation time, several concurrently, and verifies that none is missing.
 *
 * @packageDocumentation
 */
export * from './planRanges.ts'
export * from './readRanges.ts'
