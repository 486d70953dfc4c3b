/**
 * Tables of runs, runs and histories as DuckDB tables, on a connection that you open. Requires the package `@duckdb/node-api`.
 *
 * @packageDocumentation
 */
export type { InsertOptions, InsertProgress } from './appendRows.ts'
export * from './createHistory.ts'
export type { DuckDbError, DuckDbErrorReason } from './DuckDbError.ts'
export { duckDbOrThrow, type TaggedError } from './DuckDbError.ts'
export * from './groupRuns.ts'
export * from './insertHistory.ts'
export * from './insertRuns.ts'
export type { TableColumn } from './names.ts'
export { queryRelation } from './queryRelation.ts'
export {
  type RegisteredTable,
  type RegisterOptions,
  registerTable,
  unregisterTable,
} from './registerTable.ts'
export { selectRuns, type TableQuery } from './selectRuns.ts'
