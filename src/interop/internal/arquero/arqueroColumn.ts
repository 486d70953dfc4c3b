import type { TableColumn } from '../../../ops/index.ts'
import type { HistoryColumn, NumberColumn } from '../../../types/index.ts'

/** Values of a column as Arquero takes them: an array of any kind. */
export type ArqueroColumn = ArrayLike<unknown>

const present = <A>(
  { values, present }: Omit<NumberColumn, 'type'>,
  read: (value: number) => A,
): Array<A | undefined> => Array.from(values, (value, row) => (present[row] === 1 ? read(value) : undefined))

/** A column as Arquero has it: the array itself where every row has a value. */
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
