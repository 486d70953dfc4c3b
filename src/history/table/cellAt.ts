import { hasBit } from '../../types/table/Bitmap.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { hasCell, hasNull } from '../../types/table/Validity.ts'

export { hasCell }

/**
 * Returns the value in a row of a column: `undefined` if the row has none. Dates and lists are new; JSON values are frozen.
 */
export const cellAt = (column: TableColumn, row: number): unknown => {
  if (!hasCell(column, row)) return hasNull(column, row) ? null : undefined
  switch (column.type) {
    case 'number':
    case 'integer':
      return column.values[row]
    case 'time':
      return new Date(column.values[row] as number)
    case 'boolean':
      return hasBit(column.values, row)
    case 'text':
      return column.dictionary[column.indices[row] as number]
    case 'list':
      return listAt(column.items, column.offsets[row] as number, column.offsets[row + 1] as number)
    case 'json': {
      const value = column.values[row]
      return value instanceof Date ? new Date(value) : value
    }
  }
}

const listAt = (items: TableColumn, start: number, end: number): ReadonlyArray<unknown> => {
  const list: Array<unknown> = []
  for (let at = start; at < end; at += 1) list.push(cellAt(items, at))
  return list
}
