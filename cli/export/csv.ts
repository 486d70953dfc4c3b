import type { Sink } from '../output/Sink.ts'
import { toJson } from '../text/toJson.ts'

/** Options of the CSV format. */
export interface CsvStyle {
  /** Puts an apostrophe before strings that a spreadsheet would treat as a formula. */
  readonly escapeFormulas: boolean
}

/** Whether a spreadsheet may take a text for a formula. Full-width and small variants of the signs count as the signs. */
const isFormula = (text: string): boolean => {
  if (/^[\t\r\n]/.test(text)) return true
  const start = text.search(/[^\s\p{Cc}\p{Cf}\p{Z}\p{DI}]/u)
  return start !== -1 && /^[=+\-−@]/.test(text.slice(start, start + 1).normalize('NFKC'))
}

const quoted = (text: string): string => (/^$|[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const field = (value: unknown, { escapeFormulas }: CsvStyle): string => {
  if (value === undefined || value === null) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : `${value}`
  if (typeof value === 'boolean') return `${value}`
  const text = typeof value === 'string' ? value : toJson(value)
  return quoted(escapeFormulas && isFormula(text) ? `'${text}` : text)
}

/** Readers skip empty lines, so a row with one missing cell is written as `""`. */
const line = (cells: ReadonlyArray<unknown>, style: CsvStyle): string =>
  `${cells.map((cell) => field(cell, style)).join(',') || '""'}\n`

/** Writes rows as CSV (RFC 4180 with line feeds): an empty string is `""`, a missing value is empty. */
export const writeCsv = async (
  rows: AsyncIterable<ReadonlyArray<unknown>>,
  names: ReadonlyArray<string>,
  style: CsvStyle,
  sink: Sink,
): Promise<void> => {
  await sink.write(line(names, style))
  for await (const row of rows) await sink.write(line(row, style))
}
