import type { HistoryColumn } from './History.ts'

/**
 * A chunk of a history in columns, as received: rows in any order, and a step may occur more than once.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ColumnChunk {
  /** The step of each row; finite. */
  readonly steps: Float64Array
  /** The columns by metric name, without `_step`; each has one value per row. */
  readonly columns: ReadonlyMap<string, HistoryColumn>
}
