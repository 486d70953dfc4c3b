import { join } from 'node:path'
import type { BasicType } from 'hyparquet-writer'
import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { copyTo, type Sink } from '../output/Sink.ts'
import { batches } from './batches.ts'
import { type Cell, type CellType, cellJson } from './Cell.ts'
import type { Spooled } from './Spool.ts'

const BATCH_ROWS = 10_000

const types: Readonly<Record<CellType, BasicType>> = {
  boolean: 'BOOLEAN',
  json: 'STRING',
  number: 'DOUBLE',
  text: 'STRING',
  time: 'TIMESTAMP',
}

const toParquet = (type: CellType, cell: Cell): unknown =>
  cell === undefined ? null : type === 'json' ? cellJson(cell) : cell

/** Writes rows as Parquet in batches; every column is nullable. */
export const writeParquet = async ({ columns, rows, folder }: Spooled, sink: Sink): Promise<void> => {
  const file = join(folder, 'parquet')
  const source = (data: ReadonlyArray<ReadonlyMap<string, Cell>>) =>
    columns.map(({ name, type }) => ({
      name,
      type: types[type],
      nullable: true,
      data: data.map((row) => toParquet(type, row.get(name))),
    }))
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: schemaFromColumnData({ columnData: source([]) }),
    createdBy: 'wandb-run-ops',
  })
  for await (const batch of batches(rows(), BATCH_ROWS))
    await writer.write({ columnData: source(batch), rowGroupSize: BATCH_ROWS })
  await writer.finish()
  await copyTo(sink, file)
}
