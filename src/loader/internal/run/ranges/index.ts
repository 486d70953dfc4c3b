/**
 * Reading a long list of runs in ranges of when they were created, several at once, and showing that none is missing.
 *
 * @packageDocumentation
 */
export * from './planRanges.ts'
export * from './readRanges.ts'
