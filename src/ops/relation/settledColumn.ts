import { cellAt, hasCell } from '../../history/table/cellAt.ts'
import { tableColumnBuilder } from '../../history/table/tableColumnBuilder.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'

const someRow = (length: number, holds: (row: number) => boolean): boolean => {
  for (let row = 0; row < length; row += 1) if (holds(row)) return true
  return false
}

/** Whether a column surely has the type that its values have, without a look at all of them. */
const isSettled = (column: TableColumn, length: number): boolean => {
  switch (column.type) {
    case 'boolean':
    case 'text':
    case 'time':
      return someRow(length, (row) => hasCell(column, row))
    case 'integer':
      return column.values instanceof Int32Array && someRow(length, (row) => hasCell(column, row))
    case 'number':
      // NaN is no integer either, but it stands for a missing number, too.
      return someRow(length, (row) => hasCell(column, row) && !Number.isSafeInteger(column.values[row]))
    default:
      return false
  }
}

/**
 * Returns a column with the type that its values have: some rows of a column of several types may have one, and then they
 * are as if no others had been there.
 */
export const settledColumn = (
  column: TableColumn,
  length: number,
  emptyType: TableColumn['type'] | undefined,
): TableColumn => {
  if (isSettled(column, length)) return column
  const builder = tableColumnBuilder({ emptyType, capacity: length })
  for (let row = 0; row < length; row += 1) builder.push(cellAt(column, row))
  return builder.build()
}
