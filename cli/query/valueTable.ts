import type { RunTable } from '../../src/query/RunTable.ts'
import type { RunLight } from '../../src/types/index.ts'
import { isObject } from '../../src/types/wire/own.ts'
import { readColumns } from '../columns/readColumns.ts'
import { Columns } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import { rowTable } from '../rows/rowTable.ts'
import { runRow } from '../rows/runRow.ts'

/** The keys of the groups that the elements of a value belong to. */
export interface GroupKeys {
  readonly names: ReadonlyArray<string>
  readonly keys: ReadonlyArray<unknown>
}

const isRun = (value: unknown): value is RunLight =>
  isObject(value) && Object.hasOwn(value, 'storageId') && Object.hasOwn(value, 'displayName')

const runCells = runRow(readColumns(['name,id,state,createdAt,user']))

const isDict = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) && !Array.isArray(value) && !(value instanceof Date)

const isRunList = (value: unknown): value is ReadonlyArray<RunLight> =>
  Array.isArray(value) && value.length > 0 && value.every(isRun)

/** A missing value of an expression is `null`. */
const present = (row: Row): Row => row.map(([name, value]) => [name, value ?? undefined])

const elementRow = (value: unknown, isGroup: boolean): Row => {
  if (isRun(value)) return runCells(value)
  if (isGroup && isRunList(value)) return [['runs', value.length]]
  return isDict(value) ? present(Object.entries(value)) : [['value', value ?? undefined]]
}

/** The key of a group: one column, or one for each entry if it is a dict. */
const keyRow = ({ names, keys }: GroupKeys, at: number): Row => {
  const key = keys[at]
  return present(isDict(key) ? Object.entries(key) : [[names[0] ?? 'group', key]])
}

/** A column of the value that is called as one of the key gets a name of its own. */
const besides = (row: Row, key: Row): Row =>
  row.map(([name, value]) => [key.some(([taken]) => taken === name) ? `value.${name}` : name, value])

/** Returns the rows that a value is: the elements of a list, or the entries of a dict; `undefined` for a single value. */
export const valueElements = (value: unknown): ReadonlyArray<unknown> | undefined => {
  if (Array.isArray(value)) return value
  if (isRun(value)) return [value]
  return isDict(value) ? Object.entries(value).map(([key, entry]) => ({ key, value: entry })) : undefined
}

/** Makes a table of elements, each with the key of its group first. */
export const valueTable = (elements: ReadonlyArray<unknown>, groups: GroupKeys | undefined): RunTable => {
  const columns = new Columns([])
  for (const name of groups !== undefined && !isDict(groups.keys[0]) ? groups.names : []) columns.indexOf(name)
  const table = rowTable()
  elements.forEach((value, at) => {
    const key = groups === undefined ? [] : keyRow(groups, at)
    const row = [...key, ...besides(elementRow(value, groups !== undefined), key)]
    columns.addRow(row)
    table.add(row)
  })
  if (elements.length === 0) columns.indexOf('value')
  return table.build(columns.names())
}
