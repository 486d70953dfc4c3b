/**
 * Reads a long list of runs in ranges of creation time, several concurrently, and verifies that none is missing. Imported
 * lazily and as one file, because most lists are short.
 */
export { planRanges } from './planRanges.ts'
export { readRanges } from './readRanges.ts'
