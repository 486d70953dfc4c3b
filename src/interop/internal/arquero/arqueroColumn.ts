import type { TableColumn } from '../../../ops/index.ts'
import type { HistoryColumn, NumberColumn } from '../../../types/index.ts'

/** The values of an Arquero column: any array-like. */
export type ArqueroColumn = ArrayLike<unknown>

const present = <A>(
  { values, present }: Omit<NumberColumn, 'type'>,
  read: (value: number) => A,
): Array<A | undefined> => Array.from(values, (value, row) => (present[row] === 1 ? read(value) : undefined))

/** Converts a column for Arquero; an array without missing values is not copied. */
export const arqueroColumn = (column: TableColumn | HistoryColumn): ArqueroColumn => {
  switch (column.type) {
    case 'number':
      return column.present.includes(0) ? present(column, (value) => value) : column.values
    case 'time':
      return present(column, (value) => new Date(value))
    default:
      return column.values
  }
}
