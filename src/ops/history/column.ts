import type { History, HistoryColumn } from '../../types/run/History.ts'
import { dual } from '../dual.ts'

/** Returns the history's own column of that name, never an inherited property. */
export const ownColumn = ({ columns }: Pick<History, 'columns'>, key: string): HistoryColumn | undefined =>
  columns && Object.hasOwn(columns, key) ? columns[key] : undefined

/** Returns the value in a row; `undefined` when the row has none. */
export const valueInRow = (column: HistoryColumn, row: number): unknown =>
  column.type === 'number' && column.present[row] !== 1 ? undefined : column.values[row]

/**
 * Returns the column of a metric: one value per row, and which rows have one.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns The history's own column, not a copy; `undefined` for a metric that the history does not have.
 * @example
 * ```ts
 * import { historyColumn } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/ops'
 *
 * const history = historyFromRows([{ _step: 0, note: 'warm' }, { _step: 1 }])
 *
 * historyColumn(history, 'note')?.values // => ['warm', undefined]
 * historyColumn(history, 'loss') // => undefined
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyColumn: {
  (history: Pick<History, 'columns'>, key: string): HistoryColumn | undefined
  (key: string): (history: Pick<History, 'columns'>) => HistoryColumn | undefined
} = /* @__PURE__ */ dual((history: Pick<History, 'columns'>, key: string): HistoryColumn | undefined =>
  ownColumn(history, key),
)
