import type { RunTable } from '../../src/query/RunTable.ts'
import type { DefaultField, RunLight } from '../../src/types/index.ts'
import type { RunColumn } from '../columns/RunColumn.ts'
import { selectionFor } from '../columns/selectionFor.ts'
import { progressBar } from '../output/progressBar.ts'
import type { Streams } from '../output/Streams.ts'
import { Columns, columnGroups } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import { rowTable } from '../rows/rowTable.ts'
import { runRow } from '../rows/runRow.ts'
import { emptyTally, runBatches, type Tally } from './runBatches.ts'
import type { Source } from './source.ts'

/** Which runs to list, and what of them. */
export interface ListQuery {
  readonly filters: Readonly<Record<string, unknown>> | undefined
  readonly order: Parameters<typeof runBatches>[1]['order']
  readonly limit: number
  /** `undefined` for whole runs, with a table of the default columns. */
  readonly columns: ReadonlyArray<RunColumn> | undefined
  /** A column that is not shown, but looked at: that of the order. */
  readonly hidden: ReadonlyArray<RunColumn>
}

/** The runs that were listed. */
export interface RunList {
  readonly table: RunTable
  readonly runs: ReadonlyArray<RunLight>
  readonly tally: Tally
  /** The columns without a value in any run. */
  readonly empty: ReadonlyArray<RunColumn>
}

const FIXED = ['name', 'id', 'state', 'createdAt', 'user']

/** W&B's own entries, such as `_timestamp`, are shown only if `--columns` names them. */
const isInternal = (name: string): boolean => name.startsWith('summary._')

/** Entries of both lists, one of each in turn. */
const inTurn = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): ReadonlyArray<string> =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, at) => [one[at], other[at]])
    .flat()
    .filter((name) => name !== undefined)

/** Without `--columns`, the keys of summary and config come in turn: a screen shows some of both. */
const defaultOrder = (names: ReadonlyArray<string>): ReadonlyArray<string> => {
  const starting = (dict: string): ReadonlyArray<string> =>
    names.filter((name) => !FIXED.includes(name) && name.startsWith(dict))
  return [...names.filter((name) => FIXED.includes(name)), ...inTurn(starting('summary'), starting('config'))]
}

/** Loads the runs of a list as records and as a table. */
export const loadRunList = async (
  source: Source,
  streams: Streams,
  { columns, hidden, limit, ...query }: ListQuery,
  defaults: ReadonlyArray<RunColumn>,
): Promise<RunList> => {
  const shown = columns ?? defaults
  const bar = progressBar(streams, 'runs')
  const tally = emptyTally()
  const seen = new Columns(columnGroups(shown))
  const table = rowTable()
  const read = runRow(shown)
  const found: Array<RunLight> = []
  const empty = new Set([...shown, ...hidden].filter(({ _tag }) => _tag === 'At'))
  const selection = columns === undefined ? {} : selectionFor([...shown, ...hidden])
  const asked = { ...query, ...selection, ...(Number.isFinite(limit) ? { limit } : {}), project: source.project }
  try {
    for await (const runs of runBatches(source, asked as { fields?: ReadonlyArray<DefaultField> }, bar, tally))
      for (const run of runs) {
        const row: Row = columns === undefined ? read(run).filter(([name]) => !isInternal(name)) : read(run)
        seen.addRow(row)
        table.add(row)
        found.push(run)
        for (const column of empty) if (column._tag === 'At' && column.read(run) !== undefined) empty.delete(column)
      }
  } finally {
    bar.stop()
  }
  // A table without rows has its columns all the same.
  for (const column of shown) if (column._tag !== 'All') seen.indexOf(column.name)
  const names = seen.names()
  return {
    table: table.build(columns === undefined ? defaultOrder(names) : names),
    runs: found,
    tally,
    empty: found.length === 0 ? [] : [...empty],
  }
}
