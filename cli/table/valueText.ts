import type { RunLight } from '../../src/types/index.ts'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import { isObject } from '../../src/types/wire/own.ts'
import { readColumns } from '../columns/readColumns.ts'
import { Columns } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import { runRow } from '../rows/runRow.ts'
import { pluralize } from '../text/pluralize.ts'
import { toJson } from '../text/toJson.ts'
import { rowsTable } from './rowsTable.ts'

const isRun = (value: unknown): value is RunLight =>
  isObject(value) && Object.hasOwn(value, 'storageId') && Object.hasOwn(value, 'displayName')

const runCells = runRow(readColumns(['name,id,state,createdAt,user']))

const elementRow = (value: unknown): Row => {
  if (isRun(value)) return runCells(value)
  return isObject(value) && !(value instanceof Date) ? Object.entries(value) : [['value', value]]
}

const listText = (values: ReadonlyArray<unknown>, limit: number, maxWidth: number): string => {
  const shown = values.slice(0, limit)
  const rows = shown.map(elementRow)
  const columns = new Columns([])
  for (const row of rows) columns.addRow(row)
  const summary =
    shown.length < values.length
      ? `${shown.length.toLocaleString('en-US')} of ${pluralize(values.length, 'row')}. Use --limit all to show all.`
      : `${pluralize(values.length, 'row')}.`
  return rowsTable(rows, columns, maxWidth, summary, 'Use --json to see all columns.')
}

/** Formats the value of an expression: a list or a dict as a table, anything else on its own. */
export const valueText = (value: unknown, limit: number, maxWidth: number): string => {
  if (Array.isArray(value)) return listText(value, limit, maxWidth)
  if (value instanceof Date) return `${value.toISOString()}\n`
  if (isRun(value)) return listText([value], limit, maxWidth)
  if (isObject(value))
    return listText(
      Object.entries(value).map(([key, entry]) => ({ key, value: entry })),
      limit,
      maxWidth,
    )
  // Outside a table there is no need to shorten: numbers keep all digits, strings their line breaks.
  if (typeof value === 'string') return `${value.split('\n').map(escapeControl).join('\n')}\n`
  return `${typeof value === 'number' ? value : escapeControl(toJson(value))}\n`
}
