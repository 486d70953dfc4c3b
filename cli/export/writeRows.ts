import { cellAt } from '../../src/history/table/cellAt.ts'
import type { DecodeFailure } from '../../src/types/index.ts'
import type { Sink } from '../output/Sink.ts'
import type { Columns } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import type { ColumnTypes } from '../rows/rowTable.ts'
import { type CsvStyle, writeCsv } from './csv.ts'
import type { Format } from './formats.ts'
import { writeJsonLines } from './jsonLines.ts'
import { type Spooled, spool } from './Spool.ts'

/** What is missing from an export; filled in while its rows are read. */
export interface ExportReport {
  failures: Array<DecodeFailure>
  skipped: number
  complete: boolean
}

/** The rows of an export. */
export interface Rows {
  readonly rows: AsyncIterable<Row>
  /** The columns found so far. */
  readonly columns: Columns
  /** All column names, if they are known before the first row. */
  readonly names: ReadonlyArray<string> | undefined
  /** The types of columns whose type does not depend on the rows. */
  readonly types: ColumnTypes
}

async function* cellsOfRows(
  rows: AsyncIterable<Row>,
  names: ReadonlyArray<string>,
): AsyncGenerator<ReadonlyArray<unknown>> {
  for await (const row of rows) {
    const cells = new Map(row)
    yield names.map((name) => cells.get(name))
  }
}

async function* cellsOfTables({ columns, tables }: Spooled): AsyncGenerator<ReadonlyArray<unknown>> {
  for await (const table of tables()) {
    const vectors = columns.map(({ name }) => (Object.hasOwn(table.columns, name) ? table.columns[name] : undefined))
    for (let row = 0; row < table.length; row += 1)
      yield vectors.map((vector) => (vector === undefined ? undefined : cellAt(vector, row)))
  }
}

/** Writes rows in a format. Memory use does not grow with the number of rows. */
export const writeRows = async (
  format: Format,
  { rows, columns, names, types }: Rows,
  style: CsvStyle,
  sink: Sink,
): Promise<void> => {
  if (format === 'jsonl') return writeJsonLines(rows, sink)
  if (format === 'csv' && names !== undefined) return writeCsv(cellsOfRows(rows, names), names, style, sink)
  for (const name of names ?? []) columns.indexOf(name)
  const spooled = await spool(rows, columns, types)
  switch (format) {
    case 'csv':
      return writeCsv(
        cellsOfTables(spooled),
        spooled.columns.map(({ name }) => name),
        style,
        sink,
      )
    case 'parquet':
      return (await import('./parquet.ts')).writeParquet(spooled, sink)
    case 'arrow':
      return (await import('./arrow.ts')).writeArrow(spooled, sink)
  }
}
