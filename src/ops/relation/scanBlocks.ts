import type { Rows, SelectRows } from './CellColumn.ts'
import { BLOCK, type RowSource } from './RowSource.ts'

/** Calls a function with blocks of rows; it must not keep the array. */
export type Scan = (visit: (rows: Rows, count: number) => void) => void

/** Selects all rows. */
export const selectAll: SelectRows = (from, count, rows) => {
  for (let at = 0; at < count; at += 1) rows[at] = from + at
  return count
}

/** Scans rows of a source, or all of them. */
export const scanBlocks =
  ({ length }: RowSource, select: SelectRows = selectAll): Scan =>
  (visit) => {
    const rows = new Uint32Array(Math.min(BLOCK, length))
    for (let from = 0; from < length; from += BLOCK) {
      const kept = select(from, Math.min(BLOCK, length - from), rows)
      if (kept > 0) visit(rows, kept)
    }
  }
