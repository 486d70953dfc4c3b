import * as E from 'fp-ts/lib/Either.js'
import { cellAt } from '../../history/table/cellAt.ts'
import type { Column } from '../../query/Column.ts'
import { lightColumns } from '../../query/defaultColumns.ts'
import { notTable } from '../../query/notTable.ts'
import type { RunTable } from '../../query/RunTable.ts'
import { runFieldRows } from '../../types/run/fields.ts'
import type { RunHeavy } from '../../types/run/RunHeavy.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { hasCell } from '../../types/table/Validity.ts'
import { type User, unknownUser } from '../../types/user/User.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { freezeParsed } from '../../types/wire/freeze.ts'
import { emptyObject, setOwn } from '../../types/wire/own.ts'

/**
 * A run made of a row of a table. It has no `appUrl`, so that it has no URL.
 *
 * @category Tables
 * @since 0.2.0
 */
export type TableRun = Omit<RunLight, 'appUrl'> & Pick<RunHeavy, 'config' | 'summary'>

/**
 * Why a table cannot be turned into runs: columns that every run needs are not there, or have rows without a value.
 *
 * @category Tables
 * @since 0.2.0
 */
export interface MissingColumns {
  /** Discriminant. */
  readonly _tag: 'MissingColumns'
  /** The names of the fields without a column, or without a value in some row. */
  readonly columns: ReadonlyArray<string>
  /** What is missing, and what to do. */
  readonly message: string
}

type MutableDict = Record<string, unknown>

const dictFields = { Config: 'config', Summary: 'summary' } as const

/** The columns that read a field, by the field's name. */
const fieldColumns = (table: RunTable): ReadonlyMap<string, TableColumn> => {
  const found = new Map<string, TableColumn>()
  for (const name of table.names) {
    const source: Column | undefined = Object.hasOwn(table.sources, name) ? table.sources[name] : undefined
    if (source?._tag === 'Field' && !found.has(source.name)) found.set(source.name, table.columns[name] as TableColumn)
  }
  return found
}

const userOf = (username: unknown): User =>
  typeof username === 'string' ? Object.freeze({ id: undefined, username, name: undefined }) : unknownUser

const lightValue = (field: string, column: TableColumn, row: number): unknown => {
  const value = cellAt(column, row)
  return field === 'user' ? userOf(value) : (freezeParsed(value) ?? undefined)
}

/** The fields that a table of runs lacks: those without a column, and those that every run has but a row has not. */
const missingFields = (fields: ReadonlyMap<string, TableColumn>, length: number): ReadonlyArray<string> => {
  const isComplete = (name: string, column: TableColumn): boolean => {
    if (name === 'user' || runFieldRows[name]?.required !== true) return true
    for (let row = 0; row < length; row += 1) if (!hasCell(column, row)) return false
    return true
  }
  return Object.keys(lightColumns()).filter((name) => {
    const column = fields.get(name)
    return column === undefined || !isComplete(name, column)
  })
}

const missingColumns = (columns: ReadonlyArray<string>): MissingColumns =>
  Object.freeze({
    _tag: 'MissingColumns',
    columns: Object.freeze(columns),
    message:
      `The table cannot be turned into runs: it has no column, or not in every row a value, for ${columns.join(', ')}. ` +
      'Make the table without naming columns, or with all of columnsOf(runs).',
  })

/** Adds the keys of configs and summaries, from columns that read one key. */
const addKeys = (
  runs: ReadonlyArray<{ readonly config: MutableDict; readonly summary: MutableDict }>,
  table: RunTable,
) => {
  for (const name of table.names) {
    const source: Column | undefined = Object.hasOwn(table.sources, name) ? table.sources[name] : undefined
    if ((source?._tag !== 'Config' && source?._tag !== 'Summary') || source.path.length !== 1) continue
    const field = dictFields[source._tag]
    const key = source.path[0] as string
    const column = table.columns[name] as TableColumn
    for (const [row, run] of runs.entries()) {
      const value = cellAt(column, row)
      if (value !== undefined) setOwn(run[field], key, freezeParsed(value))
    }
  }
}

/**
 * Makes the runs of a table again: the opposite of {@link runTable} without columns. A column is found by what it reads,
 * whatever its name.
 *
 * Runs equal the original ones in all light fields, in config and in summary, but for what the table does not have: of a
 * user there is only the username; `internal` is empty; there is no `appUrl`. Config and summary have the keys of which
 * the table has a column; columns that read deeper, as `column.config('optimizer', 'lr')` does, are left out.
 *
 * @param table - The table, with a column for each light field.
 * @returns The runs, frozen, in order; or the fields without a column, and those that every run has but some row has not.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { runTable, tableRuns } from 'wandb-run-ops/ops'
 *
 * const result = tableRuns(runTable([{ config: { lr: 0.1 } }], { lr: column.config('lr') }))
 *
 * result._tag === 'Left' && result.left.columns.slice(0, 2) // => ['id', 'storageId']
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const tableRuns = (table: RunTable): E.Either<MissingColumns, ReadonlyArray<TableRun>> => {
  assertNoIssue('Invalid argument of tableRuns', notTable(table))
  const fields = fieldColumns(table)
  const missing = missingFields(fields, table.length)
  if (missing.length > 0) return E.left(missingColumns(missing))
  const light = Object.keys(lightColumns()).map((name) => [name, fields.get(name) as TableColumn] as const)
  const internal = Object.freeze({ config: emptyObject, summary: emptyObject })
  const runs = Array.from({ length: table.length }, (_, row) => {
    const run: MutableDict = {}
    for (const [name, column] of light) run[name] = lightValue(name, column, row)
    return Object.assign(run, { internal, config: {} as MutableDict, summary: {} as MutableDict })
  })
  addKeys(runs, table)
  for (const run of runs) {
    Object.freeze(run.config)
    Object.freeze(run.summary)
    Object.freeze(run)
  }
  return E.right(Object.freeze(runs) as unknown as ReadonlyArray<TableRun>)
}
