/**
 * Tables of runs, runs and histories as Apache Arrow tables. Requires the package `apache-arrow`.
 *
 * @packageDocumentation
 */
export type { AnyRuns, RunsOf } from '../operationNames.ts'
export * from './runTables.ts'
export * from './tables.ts'
