import CliTable from 'cli-table3'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
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

/** Returns the width of the widest string on a terminal, where some characters take two cells. */
const widthOf = (texts: ReadonlyArray<string>): number => {
  const table = new CliTable({ chars, style })
  for (const text of texts) table.push([text])
  return table.width
}

/** A formatted table. */
export interface TableText {
  readonly text: string
  /** The names of the columns that did not fit. */
  readonly hiddenNames: ReadonlyArray<string>
}

/**
 * Formats a table no wider than `maxWidth`: numbers are right-aligned, long strings are cut with `…`, and the last columns
 * are dropped if that is not enough.
 */
export const tableText = (
  names: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<unknown>>,
  maxWidth: number,
): TableText => {
  const columns = names.map((name, at) => {
    const values = rows.map((row) => row[at]).filter((value) => value !== undefined && value !== null)
    const isNumeric = values.length > 0 && values.every((value) => typeof value === 'number')
    const texts = rows.map((row) => cellText(row[at]))
    const isTime = values.some((value) => value instanceof Date)
    return {
      name: escapeControl(name),
      isNumeric,
      isUncut: isNumeric || isTime,
      texts,
      width: Math.max(1, widthOf([escapeControl(name), ...texts])),
    }
  })
  const widths = fitColumns(
    columns.map(({ isUncut, width }) => ({ width, cut: !isUncut })),
    maxWidth,
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
  return { text, hiddenNames: names.slice(widths.length) }
}
