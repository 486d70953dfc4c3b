import type { TableColumn } from '../../src/types/table/TableColumn.ts'
import { hasCell } from '../../src/types/table/Validity.ts'

/** What a column of a file holds; a list has a kind of element, if it has elements. */
export type ColumnKind =
  | { readonly list: ColumnKind | undefined }
  | 'boolean'
  | 'integer'
  | 'json'
  | 'number'
  | 'text'
  | 'time'

const hasCells = (column: TableColumn, length: number): boolean => {
  for (let row = 0; row < length; row += 1) if (hasCell(column, row)) return true
  return false
}

/** Returns the kind of the values of a column; `undefined` if it has none. */
export const kindOf = (column: TableColumn, length: number): ColumnKind | undefined => {
  if (!hasCells(column, length)) return undefined
  return column.type === 'list' ? { list: kindOf(column.items, column.offsets[length] ?? 0) } : column.type
}

/** Returns the kind that holds the values of two: integers are numbers, and all else is JSON. */
export const widenKind = (one: ColumnKind | undefined, other: ColumnKind | undefined): ColumnKind | undefined => {
  if (one === undefined || other === undefined) return one ?? other
  if (typeof one === 'object' && typeof other === 'object') {
    const list = widenKind(one.list, other.list)
    return list === 'json' ? 'json' : { list }
  }
  if (one === other) return one
  const isNumeric = (kind: ColumnKind): boolean => kind === 'integer' || kind === 'number'
  return isNumeric(one) && isNumeric(other) ? 'number' : 'json'
}

/** The kind of a column without any value, which is that of its field. */
export const emptyKind = (type: TableColumn['type'] = 'number'): ColumnKind =>
  type === 'list' ? { list: 'text' } : type
