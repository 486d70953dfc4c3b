import type { RunFields } from '../types/run/RunHeavy.ts'
import type { TableColumn } from '../types/table/TableColumn.ts'
import type { Column } from './Column.ts'
import { columnRows, computedColumns, type RecordColumn } from './columnFields.ts'
import type { NamedColumn } from './RunTable.ts'

/** The light fields that are columns of a table by default, by name. */
export const lightColumns = (): Readonly<Record<string, Column<unknown, Pick<RunFields, RecordColumn>>>> =>
  Object.fromEntries(
    [...columnRows.keys()]
      .filter((name) => !Object.hasOwn(computedColumns, name))
      .map((name) => [name, { _tag: 'Field', name: name as RecordColumn }]),
  )

/** The dicts whose keys are columns of a table by default. */
export const keyDicts = [
  { field: 'config', tag: 'Config' },
  { field: 'summary', tag: 'Summary' },
] as const

export type KeyDict = (typeof keyDicts)[number]

/** The name of the column of a key, which is used as it is: `config.lr`. */
export const keyName = ({ field }: KeyDict, key: string): string => `${field}.${key}`

/** What the column of a key reads. */
export const keySource = ({ tag }: KeyDict, key: string): Column => ({ _tag: tag, path: [key] })

/** The column of a key with its name and what it reads. */
export const keyColumn = (kind: KeyDict, key: string, column: TableColumn): NamedColumn => ({
  name: keyName(kind, key),
  column,
  source: keySource(kind, key),
})
