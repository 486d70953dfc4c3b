/**
 * Questions about runs as data: columns, filters, orders and aggregates, and how other engines spell them.
 *
 * @packageDocumentation
 */
export * from './Aggregate.ts'
export * from './aggregates.ts'
export type {
  Column,
  ColumnRun,
  ColumnType,
  DictColumn,
  FieldColumn,
  HistoryAggregate,
  HistoryAggregateColumn,
  StartOfColumn,
} from './Column.ts'
export * from './columnBuilders.ts'
export type { ColumnField, ColumnKinds, computedColumns, RecordColumn } from './columnFields.ts'
export { and, everything, type FilterRun, monoidFilterAll, monoidFilterAny, not, nothing, or } from './combine.ts'
export * from './compare.ts'
export * from './describe.ts'
export * from './distribution.ts'
export type {
  Combination,
  Comparison,
  Containment,
  Existence,
  Filter,
  InvalidQuery,
  Membership,
  Negation,
  Operand,
  PatternMatch,
} from './Filter.ts'
export { fromMongo } from './mongo/fromMongo.ts'
export * from './mongo/split.ts'
export { toMongo } from './mongo/toMongo.ts'
export * from './mongo/toOrder.ts'
export * from './Order.ts'
export { parseColumn } from './parseColumn.ts'
export * from './parseOrder.ts'
export * from './Relation.ts'
export type { RunTable } from './RunTable.ts'
export * from './regex/Pattern.ts'
export { fromSqlAggregate, fromSqlCell } from './sql/cells.ts'
export { toSql } from './sql/condition.ts'
export { toSqlOrder } from './sql/order.ts'
export { type RunCells, type RunRow, runsTable, type SqlRowRun, toSqlRow } from './sql/runsTable.ts'
export * from './sql/Sql.ts'
export * from './sql/select.ts'
export * from './textFilters.ts'
export type { TimeUnit } from './time/calendar.ts'
export { type TimeRangeOptions, timeRange } from './time/timeRange.ts'
export * from './timeGroups.ts'
