import type { TableColumn } from '../../types/table/TableColumn.ts'
import { hasCell } from '../../types/table/Validity.ts'
import { cellAt } from './cellAt.ts'
import { tableColumnBuilder } from './tableColumnBuilder.ts'

/** A column and its number of rows, which the bits of a column do not tell. */
export interface ColumnPart {
  readonly column: TableColumn
  readonly length: number
}

const hasCells = ({ column, length }: ColumnPart): boolean => {
  for (let row = 0; row < length; row += 1) if (hasCell(column, row)) return true
  return false
}

/**
 * Joins columns one after the other. The type is the one that holds all values: columns of integers and of numbers
 * become one of numbers, columns of other types one of JSON. Columns without any value do not count, unless there are no
 * others: then the type is that of the first.
 */
export const concatColumns = (parts: ReadonlyArray<ColumnPart>): TableColumn => {
  const [first] = parts
  if (first !== undefined && parts.length === 1) return first.column
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const emptyType = (parts.find(hasCells) ?? first)?.column.type
  const joined = tableColumnBuilder({ emptyType, capacity: length })
  for (const part of parts) for (let row = 0; row < part.length; row += 1) joined.push(cellAt(part.column, row))
  return joined.build()
}
