import type { JsonVector, TableColumn } from '../../types/table/TableColumn.ts'
import type { Cells } from './Cells.ts'
import { exactly, grown } from './grown.ts'

/** The elements of all lists, under construction. */
export interface ItemsBuilder {
  readonly length: number
  /** Adds an element; returns `false` if it is of another type than those before. */
  readonly tryPush: (value: unknown) => boolean
  readonly build: () => TableColumn
}

/** Lists whose elements all have one type. */
export const listCells = (capacity: number, items: ItemsBuilder): Cells => {
  let offsets = new Int32Array(capacity + 1)
  /** The rows that have offsets. */
  let rows = 0

  /** Gives rows without a value an empty list. */
  const fillTo = (row: number): void => {
    if (row >= offsets.length) offsets = grown(offsets, row + 1)
    const end = offsets[rows] as number
    while (rows < row) {
      rows += 1
      offsets[rows] = end
    }
  }

  return {
    set: (row, value) => {
      if (!Array.isArray(value)) return false
      // By position, because a list may have holes, and is read once, because it may be any object.
      const elements: ReadonlyArray<unknown> = value
      for (let at = 0; at < elements.length; at += 1) if (!items.tryPush(elements[at])) return false
      fillTo(row + 1)
      offsets[row + 1] = items.length
      return true
    },
    build: (length, validity) => {
      fillTo(length)
      return Object.freeze({
        type: 'list',
        offsets: exactly(offsets, length + 1),
        items: items.build() as Exclude<TableColumn, JsonVector>,
        ...validity,
      })
    },
  }
}
