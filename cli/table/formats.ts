import { cellAt } from '../../src/history/table/cellAt.ts'
import { tableToCsv } from '../../src/ops/table/tableToCsv.ts'
import type { RunTable } from '../../src/query/RunTable.ts'
import type { TableColumn } from '../../src/types/table/TableColumn.ts'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import type { Args, Options } from '../arguments/Command.ts'
import { usageError } from '../output/ExitError.ts'
import { toJson } from '../text/toJson.ts'

/** The formats that commands print tables in. */
export const tableFormats = ['table', 'csv', 'tsv', 'markdown', 'json', 'jsonl'] as const

export type TableFormat = (typeof tableFormats)[number]

/** The options of every command that prints a table. */
export const formatOptions = {
  format: {
    type: 'string',
    value: 'name',
    choices: tableFormats,
    help: 'How to print the result; defaults to table.',
  },
  json: { type: 'boolean', help: 'The same as --format json: a single JSON document and nothing else.' },
  width: {
    type: 'string',
    value: 'characters',
    help: 'The maximum width of a table; defaults to the width of the terminal.',
  },
} as const satisfies Options

/** Reads `--format` and `--json`. */
export const formatOption = (args: Args): TableFormat => {
  const format = args.value('format') as TableFormat | undefined
  if (!args.has('json')) return format ?? 'table'
  if (format !== undefined && format !== 'json')
    throw usageError(`--json means --format json, and cannot be combined with --format ${format}.`)
  return 'json'
}

/** A cell without what the format treats as a separator. */
const plainText = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  return typeof value === 'string' ? value : toJson(value)
}

const cellsOf = (table: RunTable, row: number): ReadonlyArray<unknown> =>
  table.names.map((name) => cellAt(table.columns[name] as TableColumn, row))

const linesOf = (table: RunTable, line: (cells: ReadonlyArray<unknown>) => string): string =>
  Array.from({ length: table.length }, (_, row) => `${line(cellsOf(table, row))}\n`).join('')

/** Tab-separated values have no quotes: tabs and line breaks are escaped, as `cut` and pandas leave them. */
const tsvCell = (value: unknown): string =>
  plainText(value).replace(/[\\\t\r\n]/g, (character) =>
    character === '\\' ? '\\\\' : `\\${{ '\t': 't', '\r': 'r', '\n': 'n' }[character]}`,
  )

const tsv = (table: RunTable): string => {
  const line = (cells: ReadonlyArray<unknown>): string => cells.map(tsvCell).join('\t')
  return `${line(table.names)}\n${linesOf(table, line)}`
}

const markdownCell = (value: unknown): string => escapeControl(plainText(value)).replace(/[\\|<>`*_[\]]/g, '\\$&')

const isNumeric = ({ type }: TableColumn): boolean => type === 'integer' || type === 'number'

const markdown = (table: RunTable): string => {
  const line = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`
  const rule = table.names.map((name) => (isNumeric(table.columns[name] as TableColumn) ? '--:' : '---'))
  return `${line(table.names.map(markdownCell))}\n${line(rule)}\n${linesOf(table, (cells) => line(cells.map(markdownCell)))}`
}

const jsonLines = (table: RunTable): string =>
  linesOf(table, (cells) => toJson(Object.fromEntries(table.names.map((name, at) => [name, cells[at]] as const))))

/** Formats a table for another program. */
export const formatTable: Readonly<Record<'csv' | 'jsonl' | 'markdown' | 'tsv', (table: RunTable) => string>> = {
  csv: tableToCsv,
  jsonl: jsonLines,
  markdown,
  tsv,
}
