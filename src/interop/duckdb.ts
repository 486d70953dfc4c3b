/**
 * Runs and histories as DuckDB tables, on a connection that you open. Requires the package `@duckdb/node-api`.
 *
 * @packageDocumentation
 */
export type { InsertOptions, InsertProgress } from './internal/duckdb/appendRows.ts'
export { createHistory, type HistoryFiles, type HistoryView } from './internal/duckdb/createHistory.ts'
export type { DuckDbError, DuckDbErrorReason } from './internal/duckdb/DuckDbError.ts'
export { type FigureGroup, type GroupKey, type GroupsQuery, groupRuns } from './internal/duckdb/groupRuns.ts'
export { type InsertedHistory, type InsertHistoryOptions, insertHistory } from './internal/duckdb/insertHistory.ts'
export {
  type InsertableRun,
  type InsertedRuns,
  type InsertRunsOptions,
  insertRuns,
} from './internal/duckdb/insertRuns.ts'
export { orThrow, type TaggedError } from './internal/duckdb/orThrow.ts'
export { selectRuns, type TableQuery } from './internal/duckdb/selectRuns.ts'
export type { TableColumn } from './internal/duckdb/tableColumns.ts'
