import type { HistoryColumn } from './History.ts'

/**
 * Some rows of a history by columns, as they came: in any order, and a step may come more than once.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ColumnChunk {
  /** The step of each row; finite. */
  readonly steps: Float64Array
  /** The columns by the name of their metric, without `_step`; each has one value a row. */
  readonly columns: ReadonlyMap<string, HistoryColumn>
}
