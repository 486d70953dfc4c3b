import type { DictColumn } from './Column.ts'
import { type ColumnField, columnRows } from './columnFields.ts'

/** The names of record fields in filters and orders: those of the server, in all spellings. */
export const fieldNames: ReadonlyMap<string, ColumnField> = new Map(
  [...columnRows].flatMap(([field, { filter, order, names = [] }]) =>
    [filter, order, ...names].flatMap((name) => (name ? [[name, field as ColumnField]] : [])),
  ),
)

/** The names of the record's dicts in filters and orders. */
export const dictNames: ReadonlyMap<string, DictColumn['_tag']> = new Map([
  ['config', 'Config'],
  ['summaryMetrics', 'Summary'],
  ['summary_metrics', 'Summary'],
  ['systemMetrics', 'SystemMetrics'],
  ['system_metrics', 'SystemMetrics'],
])
