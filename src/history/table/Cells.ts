import { emptyBitmap } from '../../types/table/Bitmap.ts'
import type { BooleanVector, TableColumn, TextVector } from '../../types/table/TableColumn.ts'
import type { Validity } from '../../types/table/Validity.ts'
import { exactly, grown } from './grown.ts'
import { rowBits, setRows } from './rowBits.ts'

/** The cells of a column under construction. Rows are set in ascending order, and skipped where they have no value. */
export interface Cells {
  /** Sets the cell of a row; returns `false` if the value is of another type. */
  readonly set: (row: number, value: unknown) => boolean
  /** The column of the first `length` rows. */
  readonly build: (length: number, validity: Validity) => TableColumn
}

/** Booleans. */
export const booleanCells = (): Cells => {
  const trues = rowBits()
  return {
    set: (row, value) => {
      if (value === true) setRows(trues, row, 1)
      return typeof value === 'boolean'
    },
    build: (length, validity): BooleanVector => {
      const values = emptyBitmap(length)
      values.set(trues.bytes.subarray(0, values.length))
      return Object.freeze({ type: 'boolean', values, ...validity })
    },
  }
}

/** Strings, each distinct one stored once. */
export const textCells = (capacity: number): Cells => {
  const positions = new Map<string, number>()
  const dictionary: Array<string> = []
  let indices = new Int32Array(capacity)
  return {
    set: (row, value) => {
      if (typeof value !== 'string') return false
      let position = positions.get(value)
      if (position === undefined) {
        position = dictionary.length
        positions.set(value, position)
        dictionary.push(value)
      }
      if (row >= indices.length) indices = grown(indices, row + 1)
      indices[row] = position
      return true
    },
    build: (length, validity): TextVector =>
      Object.freeze({
        type: 'text',
        indices: exactly(indices, length),
        dictionary: Object.freeze([...dictionary]),
        ...validity,
      }),
  }
}
