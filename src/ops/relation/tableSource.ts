import { cellAt } from '../../history/table/cellAt.ts'
import { tableColumnBuilder } from '../../history/table/tableColumnBuilder.ts'
import { type Column, columnLabel, type StartOfColumn } from '../../query/Column.ts'
import { computedColumns } from '../../query/columnFields.ts'
import { computedFields } from '../../query/computedFields.ts'
import type { RunTable } from '../../query/RunTable.ts'
import { startOfTime } from '../../query/time/startOf.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { valueAt } from '../ownValue.ts'
import { type CellColumn, valueColumn } from './CellColumn.ts'
import { fastBits, selectBits } from './fastBits.ts'
import { BLOCK, columnKey, type RowSource, rowSource } from './RowSource.ts'
import { tableColumn } from './tableColumn.ts'

/** The columns of a table, by what they read of runs. */
export interface TableSource extends RowSource {
  /** The column of the table that reads the same; `undefined` if none does. */
  readonly sameAs: (column: Column) => TableColumn | undefined
  /** Whether a column can be read of the table. */
  readonly has: (column: Column) => boolean
  /** What the columns of the table read, as shown to users. */
  readonly labels: ReadonlyArray<string>
}

type ComputedName = keyof typeof computedColumns

const startColumn = (times: CellColumn, { unit, zone }: StartOfColumn, length: number): TableColumn => {
  const builder = tableColumnBuilder({ emptyType: 'time', capacity: length })
  const startOf = startOfTime(unit, zone)
  for (let row = 0; row < length; row += 1) builder.push(startOf(times.value(row)))
  return builder.build()
}

/** Reads runs out of a table. A column that the table lacks may be part of one that it has, or be computed from others. */
export const tableSource = (table: RunTable): TableSource => {
  const byKey = new Map<string, TableColumn>()
  const labels: Array<string> = []
  for (const name of table.names) {
    const source = Object.hasOwn(table.sources, name) ? table.sources[name] : undefined
    const key = source && columnKey(source)
    if (source === undefined || key === undefined || byKey.has(key)) continue
    byKey.set(key, table.columns[name] as TableColumn)
    labels.push(columnLabel(source))
  }
  const sameAs = (column: Column): TableColumn | undefined => byKey.get(columnKey(column))
  const blockSize = Math.min(BLOCK, table.length)

  const insideOf = (column: Column): CellColumn | undefined => {
    if (!('path' in column)) return undefined
    for (let length = column.path.length - 1; length >= 0; length -= 1) {
      const outer = sameAs({ ...column, path: column.path.slice(0, length) })
      const rest = column.path.slice(length)
      if (outer !== undefined) return valueColumn((row) => valueAt(cellAt(outer, row), rest))
    }
    return undefined
  }
  const computed = (name: ComputedName): CellColumn | undefined => {
    const parts = computedColumns[name].reads.map((part) => ({ part, column: sameAs({ _tag: 'Field', name: part }) }))
    if (parts.some(({ column }) => column === undefined)) return undefined
    const compute = computedFields[name] as (run: unknown) => unknown
    return valueColumn((row) =>
      compute(Object.fromEntries(parts.map(({ part, column }) => [part, cellAt(column as TableColumn, row)]))),
    )
  }
  const find = (column: Column): CellColumn | undefined => {
    const same = sameAs(column)
    if (same !== undefined) return tableColumn(same, blockSize)
    if (column._tag === 'StartOf') {
      const times = find(column.of)
      return times && tableColumn(startColumn(times, column, table.length), blockSize)
    }
    if (column._tag === 'Field')
      return Object.hasOwn(computedColumns, column.name) ? computed(column.name as ComputedName) : undefined
    return insideOf(column)
  }
  const source = rowSource(table.length, (column) => find(column) ?? valueColumn(() => undefined))
  return {
    ...source,
    fastFilter: (filter) => {
      const fill = fastBits(filter, sameAs)
      return fill && selectBits(fill)
    },
    sameAs,
    has: (column) => sameAs(column) !== undefined || find(column) !== undefined,
    labels,
  }
}
