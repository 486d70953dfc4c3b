import { join } from 'node:path'
import type { BasicType } from 'hyparquet-writer'
import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { copyTo, type Sink } from '../output/Sink.ts'
import { temporaryFailed } from '../output/temporary.ts'
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
  const buffered = async <A>(work: () => A | Promise<A>): Promise<A> => {
    try {
      return await work()
    } catch (error) {
      throw temporaryFailed(error)
    }
  }
  const makeWriter = (): ParquetWriter =>
    new ParquetWriter({
      writer: fileWriter(file),
      schema: schemaFromColumnData({ columnData: source([]) }),
      createdBy: 'wandb-run-ops',
    })
  const writer = await buffered(makeWriter)
  for await (const batch of batches(rows(), BATCH_ROWS))
    await buffered(() => writer.write({ columnData: source(batch), rowGroupSize: BATCH_ROWS }))
  await buffered(() => writer.finish())
  await copyTo(sink, file)
}
