import type { Sink } from '../output/Sink.ts'
import type { Columns } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import { type Cells, cellsOf } from './Cell.ts'
import { type CsvStyle, writeCsv } from './csv.ts'
import type { Format } from './formats.ts'
import { writeJsonLines } from './jsonLines.ts'
import { spool } from './Spool.ts'

/** Rows to be written. */
export interface Rows {
  readonly rows: AsyncIterable<Row>
  /** The columns, known so far. */
  readonly columns: Columns
  /** All names of columns where they are known before the first row. */
  readonly names: ReadonlyArray<string> | undefined
}

async function* cells(rows: AsyncIterable<Row>): AsyncGenerator<Cells> {
  for await (const row of rows) yield cellsOf(row)
}

/** Writes rows in a format. What is in memory does not grow with the number of rows. */
export const writeRows = async (
  format: Format,
  { rows, columns, names }: Rows,
  style: CsvStyle,
  sink: Sink,
): Promise<void> => {
  if (format === 'jsonl') return writeJsonLines(rows, sink)
  if (format === 'csv' && names !== undefined) return writeCsv(cells(rows), names, style, sink)
  for (const name of names ?? []) columns.place(name)
  const spooled = await spool(rows, columns)
  switch (format) {
    case 'csv':
      return writeCsv(
        spooled.rows(),
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
