import type { Columns } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import { tableText } from './tableText.ts'
import { wrapped } from './wrapped.ts'

/** Rows as a table, and under it what the table does not show. */
export const rowsTable = (
  rows: ReadonlyArray<Row>,
  columns: Columns,
  room: number,
  told: string,
  choose: string,
): string => {
  const names = columns.names()
  const cells = rows.map((row) => {
    const byName = new Map(row)
    return names.map((name) => byName.get(name))
  })
  const { text, left } = rows.length === 0 ? { text: '', left: [] } : tableText(names, cells, room)
  const hidden =
    left.length === 0
      ? ''
      : wrapped(
          `${left.length} more ${left.length === 1 ? 'column does' : 'columns do'} not fit: ${left.join(', ')}. ${choose}`,
          room,
        )
  return `${text}${text === '' ? '' : '\n'}${wrapped(told, room)}${hidden}`
}
