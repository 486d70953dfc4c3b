import type { ColumnChunk } from '../../../types/ColumnChunk.ts'
import type { HistoryColumn } from '../../../types/History.ts'

/** The steps of a column, integers or floats; `undefined` if a row has none. */
export const stepsOf = (column: HistoryColumn | undefined): Float64Array | undefined =>
  column?.type === 'number' &&
  column.present.every((present) => present === 1) &&
  column.values.every((step) => Number.isFinite(step))
    ? column.values
    : undefined

const pickRows = (column: HistoryColumn, rows: Uint32Array): HistoryColumn => {
  if (column.type === 'value') return { type: 'value', values: Array.from(rows, (row) => column.values[row]) }
  const values = new Float64Array(rows.length)
  const present = new Uint8Array(rows.length)
  rows.forEach((row, at) => {
    values[at] = column.values[row] ?? 0
    present[at] = column.present[row] ?? 0
  })
  return { type: 'number', values, present }
}

/** The rows with minStep ≤ step < maxStep; the chunk itself if these are all rows. */
export const rowsWithin = (
  chunk: ColumnChunk,
  { minStep, maxStep }: { readonly minStep?: number | undefined; readonly maxStep?: number | undefined },
): ColumnChunk => {
  if (minStep === undefined && maxStep === undefined) return chunk
  const from = minStep ?? Number.NEGATIVE_INFINITY
  const to = maxStep ?? Number.POSITIVE_INFINITY
  const rows: Array<number> = []
  chunk.steps.forEach((step, row) => {
    if (step >= from && step < to) rows.push(row)
  })
  if (rows.length === chunk.steps.length) return chunk
  const picked = Uint32Array.from(rows)
  return {
    steps: Float64Array.from(picked, (row) => chunk.steps[row] ?? 0),
    columns: new Map([...chunk.columns].map(([key, column]) => [key, pickRows(column, picked)])),
  }
}

/** Sorts chunks by their first step, because the server lists the files in any order. */
export const inOrder = (chunks: ReadonlyArray<ColumnChunk>): ReadonlyArray<ColumnChunk> =>
  chunks.filter(({ steps }) => steps.length > 0).sort((one, other) => (one.steps[0] ?? 0) - (other.steps[0] ?? 0))
