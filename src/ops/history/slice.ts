import { lowerBound } from '../../history/mergeSteps.ts'
import type { History, HistoryColumn } from '../../types/run/History.ts'
import { assertOptions } from '../../types/wire/argument.ts'
import { isObject, setOwn } from '../../types/wire/own.ts'
import { dual } from '../dual.ts'
import { ownColumn, valueInRow } from './column.ts'

/**
 * A range of steps.
 *
 * @category Model
 * @since 0.1.0
 */
export interface StepRange {
  /** The first step, inclusive; the start of the history when not given. */
  readonly minStep?: number | undefined
  /** The end step, exclusive; the end of the history when not given. */
  readonly maxStep?: number | undefined
}

/**
 * Returns the row in `common` of each step; `common` must contain all of them. A galloping search from the previous
 * row is fast for nearby steps and still logarithmic for distant ones.
 */
export const stepIndices = (common: Float64Array, steps: Float64Array): Uint32Array => {
  const rows = new Uint32Array(steps.length)
  let low = 0
  for (let row = 0; row < steps.length; row += 1) {
    const step = steps[row] as number
    let jump = 1
    while ((common[low + jump - 1] as number) < step) {
      low += jump
      jump *= 2
    }
    low = lowerBound(common, step, low, Math.min(low + jump - 1, common.length))
    rows[row] = low
  }
  return rows
}

/** Returns the row range, end exclusive, of a range of steps. A bound that is not given or NaN does not limit it. */
export const rowRange = (
  steps: Float64Array,
  { minStep, maxStep }: StepRange,
): { readonly start: number; readonly end: number } => {
  const bounded = (step: number | undefined, unbounded: number): number =>
    step === undefined || Number.isNaN(step) ? unbounded : lowerBound(steps, step)
  const start = bounded(minStep, 0)
  return { start, end: Math.max(start, bounded(maxStep, steps.length)) }
}

const sliceColumn = (column: HistoryColumn, start: number, end: number): HistoryColumn =>
  column.type === 'number'
    ? Object.freeze({
        type: 'number',
        values: column.values.subarray(start, end),
        present: column.present.subarray(start, end),
      })
    : Object.freeze({ type: 'value', values: Object.freeze(column.values.slice(start, end)) })

const hasValue = (column: HistoryColumn): boolean =>
  column.type === 'number'
    ? column.present.includes(1)
    : column.values.some((_, row) => valueInRow(column, row) !== undefined)

/**
 * Returns the rows in a range of steps as a history: from `minStep`, and before `maxStep`.
 *
 * Numbers are not copied: both histories share them. Metrics without a value in the range are left out.
 *
 * @param history - A history.
 * @param range - The range; a bound that is not given or `NaN` does not limit it.
 * @returns The part of the history; without rows when the range has none.
 * @example
 * ```ts
 * import { historyRows, historySlice } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/ops'
 *
 * const history = historyFromRows([{ _step: 0, loss: 0.9 }, { _step: 5, loss: 0.5 }, { _step: 9, loss: 0.4 }])
 *
 * historyRows(historySlice(history, { minStep: 1, maxStep: 9 })) // => [{ _step: 5, loss: 0.5 }]
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historySlice: {
  (history: Pick<History, 'columns' | 'failures' | 'keys' | 'sampled' | 'source' | 'steps'>, range: StepRange): History
  (
    range: StepRange,
  ): (history: Pick<History, 'columns' | 'failures' | 'keys' | 'sampled' | 'source' | 'steps'>) => History
} = /* @__PURE__ */ dual((history: Omit<History, 'length'>, range: StepRange): History => {
  assertOptions('The range of historySlice', range, ['minStep', 'maxStep'])
  const { steps } = history
  if (!ArrayBuffer.isView(steps) || !isObject(history.columns) || !Array.isArray(history.keys))
    return undefined as never
  const { start, end } = rowRange(steps, range)
  const keys: Array<string> = []
  const columns: Record<string, HistoryColumn> = {}
  for (const key of history.keys) {
    const column = ownColumn(history, key)
    const sliced = column === undefined ? undefined : sliceColumn(column, start, end)
    if (sliced === undefined || !hasValue(sliced)) continue
    keys.push(key)
    setOwn(columns, key, sliced)
  }
  return Object.freeze({
    keys: Object.freeze(keys),
    length: end - start,
    steps: steps.subarray(start, end),
    columns: Object.freeze(columns),
    source: history.source,
    sampled: history.sampled,
    failures: history.failures,
  })
})
