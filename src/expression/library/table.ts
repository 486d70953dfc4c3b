import { getOwn, setOwn, type UnknownRecord } from '../../types/wire/own.ts'
import { EvaluationError } from '../values/budget.ts'
import type { Evaluation, LibraryOperation } from '../values/LibraryOperation.ts'
import { isDictValue } from './rows.ts'

/** The types of tables that are stored in a file of the run; the summary holds a reference. */
const FILES: ReadonlySet<unknown> = new Set([
  'incr-table-file',
  'incremental-table-file',
  'joined-table',
  'partitioned-table',
  'table-file',
])

interface Table {
  readonly columns: ReadonlyArray<unknown>
  readonly data: ReadonlyArray<unknown>
}

/** Returns the table in a dict; stops the evaluation if the dict is a reference to a file. */
const tableOf = (value: unknown): Table | undefined => {
  if (!isDictValue(value)) return undefined
  const columns = getOwn(value, 'columns')
  const data = getOwn(value, 'data')
  if (Array.isArray(columns) && Array.isArray(data)) return { columns, data }
  if (!FILES.has(getOwn(value, '_type'))) return undefined
  throw new EvaluationError(
    'This table is stored in a file of the run, and expressions do not read files.',
    'Load the file and pass the table as { columns, data }.',
  )
}

const columnName = (column: unknown): string => (typeof column === 'string' ? column : String(column ?? null))

const rowsOf = ({ columns, data }: Table, evaluation: Evaluation): ReadonlyArray<unknown> => {
  evaluation.spendBudget(data.length * Math.max(1, columns.length))
  evaluation.createList(data.length)
  evaluation.createDict(columns.length, data.length)
  const names = columns.map(columnName)
  return data.map((cells) => {
    if (!Array.isArray(cells)) return isDictValue(cells) ? cells : null
    const row: Record<string, unknown> = {}
    names.forEach((name, index) => {
      setOwn(row, name, cells[index] ?? null)
    })
    return row
  })
}

/** Operations on tables, which are dicts with `columns` and `data`. */
export const tableOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'file-table',
    chain: 'table',
    kind: 'dict',
    parameters: [],
    returns: { type: 'maybe<dict>', description: 'The table; `null` for any other dict.' },
    description:
      'Returns the table stored in a summary.\n\nA logged table is stored in a file of the run, and must be loaded first; otherwise the evaluation fails.',
    visibility: 'public',
    call: (dict: UnknownRecord) => (tableOf(dict) === undefined ? null : dict),
  },
  {
    name: 'table-rows',
    chain: 'rows',
    kind: 'dict',
    parameters: [],
    returns: {
      type: 'maybe<list<maybe<dict>>>',
      description: 'A dict for each row, keyed by column name; `null` if the dict is not a table.',
    },
    description:
      'Returns the rows of the table.\n\nMissing cells are `null`; the last of several columns with the same name wins. The evaluation fails for a table stored in a file of the run.',
    visibility: 'public',
    call: (dict: UnknownRecord, _args: readonly [], evaluation: Evaluation) => {
      const table = tableOf(dict)
      return table === undefined ? null : rowsOf(table, evaluation)
    },
  },
  {
    name: 'table-columns',
    chain: 'columns',
    kind: 'dict',
    parameters: [],
    returns: { type: 'maybe<list<string>>', description: 'The names, in order; `null` if the dict is not a table.' },
    description:
      'Returns the column names of the table.\n\nThe evaluation fails for a table stored in a file of the run.',
    visibility: 'hidden',
    call: (dict: UnknownRecord) => tableOf(dict)?.columns.map(columnName) ?? null,
  },
]
