import CliTable from 'cli-table3'
import { visible } from '../visible.ts'
import { cellText } from './cellText.ts'
import { fitColumns } from './fitColumns.ts'

const GAP = 2

const chars = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
}
const style = { 'padding-left': 0, 'padding-right': 0, head: [], border: [] }

/** How wide texts are on a terminal. */
const widthOf = (texts: ReadonlyArray<string>): number => {
  const table = new CliTable({ chars, style })
  for (const text of texts) table.push([text])
  return table.width
}

/** A table as text. */
export interface TableText {
  readonly text: string
  /** The names of the columns that did not fit. */
  readonly left: ReadonlyArray<string>
}

/**
 * Columns as a table that is no wider than the room: numbers at the right, long texts cut with `…`, and the last columns
 * left out where even that does not fit.
 */
export const tableText = (
  names: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<unknown>>,
  room: number,
): TableText => {
  const columns = names.map((name, at) => {
    const values = rows.map((row) => row[at]).filter((value) => value !== undefined && value !== null)
    const isNumeric = values.length > 0 && values.every((value) => typeof value === 'number')
    const texts = rows.map((row) => cellText(row[at]))
    const isTime = values.some((value) => value instanceof Date)
    return {
      name: visible(name),
      isNumeric,
      isWhole: isNumeric || isTime,
      texts,
      width: Math.max(1, widthOf([visible(name), ...texts])),
    }
  })
  const widths = fitColumns(
    columns.map(({ isWhole, width }) => ({ width, cut: !isWhole })),
    room,
    GAP,
  )
  const shown = columns.slice(0, widths.length)
  const table = new CliTable({
    chars,
    style,
    colWidths: [...widths],
    colAligns: shown.map(({ isNumeric }) => (isNumeric ? 'right' : 'left')),
  })
  table.push(shown.map(({ name }) => name))
  rows.forEach((_, row) => {
    table.push(shown.map(({ texts }) => texts[row] ?? ''))
  })
  const text = table
    .toString()
    .split('\n')
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
  return { text, left: names.slice(widths.length) }
}
