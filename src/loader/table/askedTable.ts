import { type TableColumnBuilder, tableColumnBuilder } from '../../history/table/tableColumnBuilder.ts'
import { type Column, fieldType } from '../../query/Column.ts'
import type { NamedColumn } from '../../query/RunTable.ts'
import { type CellReader, cellReader } from './cellReader.ts'
import type { NodeValues } from './readNode.ts'
import type { AskedColumn } from './TableColumns.ts'

/** A table to which runs are added one by one. */
export interface TableBuilder {
  readonly add: (values: NodeValues) => void
  readonly build: () => ReadonlyArray<NamedColumn>
}

/** A column under construction. */
interface Target {
  readonly cells: TableColumnBuilder
  readonly read: CellReader
  /** What the column was read from; `undefined` if from several. */
  readonly source: () => Column | undefined
}

/** Reads the first of several columns in which a run has a value. */
const firstOf = (readings: ReadonlyArray<Column>): Pick<Target, 'read' | 'source'> => {
  const readers = readings.map(cellReader)
  const used = new Set<Column>()
  return {
    read: (values) => {
      for (const [index, readOne] of readers.entries()) {
        const value = readOne(values)
        if (value === undefined) continue
        used.add(readings[index] as Column)
        return value
      }
      return undefined
    },
    source: () => (used.size > 1 ? undefined : ([...used][0] ?? readings.at(-1))),
  }
}

const targetOf = ({ readings }: AskedColumn): Target => {
  const [first] = readings
  const cells = tableColumnBuilder({ emptyType: first && fieldType(first), isParsed: true })
  if (first === undefined || readings.length > 1) return { cells, ...firstOf(readings) }
  return { cells, read: cellReader(first), source: () => first }
}

/** Builds a table of the columns that were asked for. */
export const askedTable = (columns: ReadonlyArray<AskedColumn>): TableBuilder => {
  const targets = columns.map(targetOf)
  return {
    add: (values) => {
      for (const { cells, read } of targets) cells.push(read(values))
    },
    build: () =>
      targets.map(({ cells, source }, index) => ({
        name: columns[index]?.name ?? '',
        column: cells.build(),
        source: source(),
      })),
  }
}
