import { makeData, RecordBatch, Schema, Struct, Table } from 'apache-arrow'
import type { ArrowColumn } from './field.ts'

/** Makes a table of one batch. Columns are matched by position, so that names need not be unique or non-empty. */
export const arrowTable = (
  length: number,
  columns: ReadonlyArray<ArrowColumn>,
  metadata: ReadonlyMap<string, string> = new Map(),
): Table => {
  const fields = columns.map(({ field }) => field)
  const schema = new Schema(fields, new Map(metadata))
  const children = columns.map(({ data }) => data)
  const data = makeData({ type: new Struct(fields), length, nullCount: 0, children })
  return new Table(schema, new RecordBatch(schema, data))
}
