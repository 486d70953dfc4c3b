import { type TableColumnBuilder, tableColumnBuilder } from '../../history/table/tableColumnBuilder.ts'
import { columnRows, computedColumns } from '../../query/columnFields.ts'
import type { NamedColumn } from '../../query/RunTable.ts'
import { isInternalKey } from '../../types/run/ConfigDict.ts'
import type { UnknownRecord } from '../../types/wire/own.ts'
import { askedTable, type TableBuilder } from './askedTable.ts'
import { configCell, isInternalSummaryKey, metricCell } from './cellReader.ts'

/** A key of a dict as a column under construction. */
interface KeyColumn {
  readonly key: string
  readonly cells: TableColumnBuilder
}

/** How the dicts of a kind become columns. */
interface DictKind {
  readonly _tag: 'Config' | 'Summary'
  readonly prefix: string
  readonly isInternal: (key: string) => boolean
  readonly cell: (value: unknown) => unknown
}

const kinds = {
  config: { _tag: 'Config', prefix: 'config', isInternal: isInternalKey, cell: configCell },
  summary: { _tag: 'Summary', prefix: 'summary', isInternal: isInternalSummaryKey, cell: metricCell },
} as const satisfies Readonly<Record<string, DictKind>>

/** The keys of dicts as columns, in order of first appearance. */
const keyColumns = ({ _tag, prefix, isInternal, cell }: DictKind) => {
  const columns = new Map<string, KeyColumn>()
  const guesses: Array<KeyColumn> = []
  const columnOf = (key: string): KeyColumn => {
    let column = columns.get(key)
    if (column === undefined) {
      column = { key, cells: tableColumnBuilder({ isParsed: true }) }
      columns.set(key, column)
    }
    return column
  }
  return {
    add: (dict: UnknownRecord, row: number): void => {
      let place = 0
      for (const key of Object.keys(dict)) {
        if (isInternal(key)) continue
        const guess = guesses[place]
        const column = guess?.key === key ? guess : columnOf(key)
        if (column !== guess) guesses[place] = column
        place += 1
        const { cells } = column
        if (cells.length < row) cells.pushMissing(row - cells.length)
        cells.push(cell(dict[key]))
      }
    },
    build: (rows: number): ReadonlyArray<NamedColumn> =>
      [...columns.values()].map(({ key, cells }) => {
        cells.pushMissing(rows - cells.length)
        return { name: `${prefix}.${key}`, column: cells.build(), source: { _tag, path: [key] } }
      }),
  }
}

const lightColumns = [...columnRows.keys()]
  .filter((name) => !Object.hasOwn(computedColumns, name))
  .map((name) => ({ name, readings: [{ _tag: 'Field', name: name as never }] as const }))

/** Builds a table of all light fields, and of all keys that the config or the summary of any run has. */
export const wholeTable = (): TableBuilder => {
  const light = askedTable(lightColumns)
  const config = keyColumns(kinds.config)
  const summary = keyColumns(kinds.summary)
  let rows = 0
  return {
    add: (values) => {
      light.add(values)
      config.add(values.config, rows)
      summary.add(values.summary, rows)
      rows += 1
    },
    build: () => [...light.build(), ...config.build(rows), ...summary.build(rows)],
  }
}
