/**
 * Loaders of runs: one, all, page by page, or only their number.
 *
 * @packageDocumentation
 */
export * from './countRuns.ts'
export * from './loadRun.ts'
export * from './loadRuns.ts'
export * from './RunsPage.ts'
export * from './runPages.ts'
