/**
 * Runs and histories as Apache Arrow tables. Requires the package `apache-arrow`.
 *
 * @packageDocumentation
 */
export type { RunsOf } from '../operationNames.ts'
export * from './tables.ts'
