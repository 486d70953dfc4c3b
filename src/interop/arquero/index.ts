/**
 * Tables of runs, runs and histories as Arquero tables, and operations in Arquero expressions. Requires the package `arquero`.
 *
 * @packageDocumentation
 */
export type { AnyRuns, RunsOf } from '../operationNames.ts'
export * from './registerOperations.ts'
export * from './tables.ts'
