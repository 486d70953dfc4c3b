import { emptyBitmap, setBit } from '../types/table/Bitmap.ts'
import type { TableColumn, TimeVector } from '../types/table/TableColumn.ts'
import { hasCell } from '../types/table/Validity.ts'

const withoutInvalid = (column: TimeVector, length: number): TimeVector => {
  const isValid = (row: number): boolean => hasCell(column, row) && !Number.isNaN(column.values[row])
  let row = 0
  while (row < length && isValid(row) === hasCell(column, row)) row += 1
  if (row === length) return column
  const valid = emptyBitmap(length)
  for (row = 0; row < length; row += 1) if (isValid(row)) setBit(valid, row)
  return { ...column, valid }
}

/** A column without its invalid dates: other engines have no such time, so that one is null there. */
export const validTimes = <C extends TableColumn>(column: C, length: number): C => {
  if (column.type === 'time') return withoutInvalid(column, length) as C
  if (column.type !== 'list') return column
  const items = validTimes(column.items, column.offsets[length] ?? 0)
  return items === column.items ? column : { ...column, items }
}
