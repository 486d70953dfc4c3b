import { cellAt } from '../../history/table/cellAt.ts'
import { notTable } from '../../query/notTable.ts'
import type { RunTable } from '../../query/RunTable.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { jsonText } from '../../types/wire/jsonText.ts'

const quoted = (text: string): string => (/^$|[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const csvCell = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  return quoted(typeof value === 'string' ? value : (jsonText(value) ?? ''))
}

/** Readers skip empty lines, so the line of one missing cell is `""`. */
const csvLine = (cells: ReadonlyArray<string>): string => `${cells.join(',') || '""'}\n`

/** Returns the cells of a column; a string that is there many times is quoted once. */
const cellWriter = (column: TableColumn): ((row: number) => string) => {
  if (column.type !== 'text') return (row) => csvCell(cellAt(column, row))
  const texts = new Map<unknown, string>()
  return (row) => {
    const value = cellAt(column, row)
    let text = texts.get(value)
    if (text === undefined) {
      text = csvCell(value)
      texts.set(value, text)
    }
    return text
  }
}

/**
 * Formats a table as CSV (RFC 4180, with line feeds): a line of names, then a line per row.
 *
 * A missing value and `null` are empty, and an empty string is `""`. Times are ISO 8601 in UTC, booleans `true` and `false`,
 * lists and dicts JSON. NaN and the infinities are `NaN`, `Infinity` and `-Infinity`, which pandas and polars read as numbers.
 *
 * Strings are not changed: one that starts with `=`, `+`, `-` or `@` is a formula to a spreadsheet. To open a file in one,
 * write it with the program's `export`, which escapes formulas.
 *
 * @param table - The table.
 * @returns The text of the file.
 * @throws `TypeError` if the table is not one.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { runTable, tableToCsv } from 'wandb-run-ops/ops'
 *
 * const runs = [{ config: { lr: 0.1, note: 'a, b' } }, { config: { note: '' } }]
 * const table = runTable(runs, { lr: column.config('lr'), note: column.config('note') })
 *
 * tableToCsv(table) // => 'lr,note\n0.1,"a, b"\n,""\n'
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const tableToCsv = (table: RunTable): string => {
  assertNoIssue('Invalid argument of tableToCsv', notTable(table))
  const writers = table.names.map((name) => cellWriter(table.columns[name] as TableColumn))
  const lines = [csvLine(table.names.map(quoted))]
  for (let row = 0; row < table.length; row += 1) lines.push(csvLine(writers.map((write) => write(row))))
  return lines.join('')
}
