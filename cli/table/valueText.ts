import { isObject } from '../../src/types/codec/isObject.ts'
import type { RunLight } from '../../src/types/index.ts'
import { readColumns } from '../columns/readColumns.ts'
import { json } from '../json.ts'
import { count } from '../output/count.ts'
import { Columns } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import { rowOf } from '../rows/rowOf.ts'
import { visible } from '../visible.ts'
import { rowsTable } from './rowsTable.ts'

const isRun = (value: unknown): value is RunLight =>
  isObject(value) && Object.hasOwn(value, 'storageId') && Object.hasOwn(value, 'displayName')

const runRow = rowOf(readColumns(['name,id,state,createdAt,user']))

const elementRow = (value: unknown): Row => {
  if (isRun(value)) return runRow(value)
  return isObject(value) && !(value instanceof Date) ? Object.entries(value) : [['value', value]]
}

const listText = (values: ReadonlyArray<unknown>, limit: number, room: number): string => {
  const shown = values.slice(0, limit)
  const rows = shown.map(elementRow)
  const columns = new Columns([])
  for (const row of rows) columns.see(row)
  const told =
    shown.length < values.length
      ? `${shown.length.toLocaleString('en-US')} of ${count(values.length, 'row')}. --limit all shows all.`
      : `${count(values.length, 'row')}.`
  return rowsTable(rows, columns, room, told, '--json has them all.')
}

/** The value of an expression for people: a list is a table, a dict a table of its entries, all else stands alone. */
export const valueText = (value: unknown, limit: number, room: number): string => {
  if (Array.isArray(value)) return listText(value, limit, room)
  if (value instanceof Date) return `${value.toISOString()}\n`
  if (isRun(value)) return listText([value], limit, room)
  if (isObject(value))
    return listText(
      Object.entries(value).map(([key, entry]) => ({ key, value: entry })),
      limit,
      room,
    )
  // Nothing is beside it that would have to fit: a number has all of its digits, a text its lines.
  if (typeof value === 'string') return `${value.split('\n').map(visible).join('\n')}\n`
  return `${typeof value === 'number' ? value : visible(json(value))}\n`
}
