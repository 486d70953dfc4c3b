import { own } from '../../types/codec/own.ts'
import { setOwn } from '../../types/codec/setOwn.ts'
import { Stop } from '../internal/Stop.ts'
import { isDict } from './internal/isDict.ts'
import type { Evaluation, LibraryOperation } from './LibraryOperation.ts'

type Dict = Readonly<Record<string, unknown>>

/** What the server keeps in a file of the run, and the summary only points at. */
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

/** The table in a dict; ends the evaluation where the dict only says in which file the table is. */
const tableOf = (value: unknown): Table | undefined => {
  if (!isDict(value)) return undefined
  const columns = own(value, 'columns')
  const data = own(value, 'data')
  if (Array.isArray(columns) && Array.isArray(data)) return { columns, data }
  if (!FILES.has(own(value, '_type'))) return undefined
  throw new Stop(
    'This table is in a file of the run, and expressions read no files.',
    'Load the file, and give the table as { columns, data }.',
  )
}

const columnName = (column: unknown): string => (typeof column === 'string' ? column : String(column ?? null))

const rowsOf = ({ columns, data }: Table, evaluation: Evaluation): ReadonlyArray<unknown> => {
  evaluation.spend(data.length * Math.max(1, columns.length))
  const names = columns.map(columnName)
  return data.map((cells) => {
    if (!Array.isArray(cells)) return isDict(cells) ? cells : null
    const row: Record<string, unknown> = {}
    names.forEach((name, place) => {
      setOwn(row, name, cells[place] ?? null)
    })
    return row
  })
}

/** Operations of tables, which are dicts with `columns` and `data`. */
export const tableOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'file-table',
    chain: 'table',
    kind: 'dict',
    parameters: [],
    returns: { type: 'maybe<dict>', description: 'The table; `null` for a dict that is none.' },
    description:
      'Gives the table that a summary holds.\n\nA table that is in a file of the run, as those that were logged are, has to be loaded first: it is a failure that says so.',
    visibility: 'public',
    call: (dict: Dict) => (tableOf(dict) === undefined ? null : dict),
  },
  {
    name: 'table-rows',
    chain: 'rows',
    kind: 'dict',
    parameters: [],
    returns: {
      type: 'maybe<list<maybe<dict>>>',
      description: 'A dict for each row, by the names of the columns; `null` for what is no table.',
    },
    description:
      'Gives the rows of the table.\n\nWhere a row is too short there is `null`; of columns with the same name, a row has the last. A table that is in a file of the run is a failure that says so.',
    visibility: 'public',
    call: (dict: Dict, _args: readonly [], evaluation: Evaluation) => {
      const table = tableOf(dict)
      return table === undefined ? null : rowsOf(table, evaluation)
    },
  },
  {
    name: 'table-columns',
    chain: 'columns',
    kind: 'dict',
    parameters: [],
    returns: { type: 'maybe<list<string>>', description: 'The names, in order; `null` for what is no table.' },
    description:
      'Gives the names of the columns of the table.\n\nA table that is in a file of the run is a failure that says so.',
    visibility: 'hidden',
    call: (dict: Dict) => tableOf(dict)?.columns.map(columnName) ?? null,
  },
]
