import { setImmediate } from 'node:timers/promises'
import { Field, makeData, RecordBatch, RecordBatchFileWriter, Schema, Struct } from 'apache-arrow'
import { textData } from '../../src/interop/arrow/buffers.ts'
import { type ArrowColumn, arrowColumn, jsonExtension, nameMetadata } from '../../src/interop/arrow/column.ts'
import type { Sink } from '../output/Sink.ts'
import { batches } from './batches.ts'
import { type Cells, type CellType, cellJson } from './Cell.ts'
import type { Spooled } from './Spool.ts'

const BATCH_ROWS = 10_000

/** Builds a column of a batch. Its Arrow type depends on the column's type alone, so that all batches match. */
const columnOf = (name: string, type: CellType, rows: ReadonlyArray<Cells>): ArrowColumn => {
  const cells = rows.map((row) => row.get(name))
  switch (type) {
    case 'number':
    case 'time': {
      const values = Float64Array.from(cells, (cell) => (cell === undefined ? 0 : Number(cell)))
      return arrowColumn(name, {
        type,
        values,
        present: Uint8Array.from(cells, (cell) => (cell === undefined ? 0 : 1)),
      })
    }
    case 'boolean':
      return arrowColumn(name, { type, values: cells as ReadonlyArray<boolean | undefined> })
    default: {
      const texts = type === 'text' ? cells : cells.map((cell) => (cell === undefined ? undefined : cellJson(cell)))
      const data = textData(texts as ReadonlyArray<string | undefined>)
      const metadata = new Map([...(type === 'json' ? jsonExtension : []), ...nameMetadata(name)])
      return { field: new Field(name, data.type, true, metadata), data }
    }
  }
}

/** Writes rows as an Arrow file (Feather), in batches. */
export const writeArrow = async ({ columns, rows }: Spooled, sink: Sink): Promise<void> => {
  const make = (batch: ReadonlyArray<Cells>): ReadonlyArray<ArrowColumn> =>
    columns.map(({ name, type }) => columnOf(name, type, batch))
  const schema = new Schema(make([]).map(({ field }) => field))
  const writer = new RecordBatchFileWriter()
  let idle = false
  const copy = async (): Promise<void> => {
    const chunks = writer[Symbol.asyncIterator]()
    for (;;) {
      idle = true
      const { done, value } = await chunks.next()
      idle = false
      if (done) return
      await sink.write(value)
    }
  }
  writer.reset(undefined, schema)
  const copied = copy()
  // Awaited at the end; without this a failure before that would be an unhandled rejection.
  copied.catch(() => {})
  for await (const batch of batches(rows(), BATCH_ROWS)) {
    const children = make(batch).map(({ data }) => data)
    const data = makeData({ type: new Struct(schema.fields), length: batch.length, nullCount: 0, children })
    writer.write(new RecordBatch(schema, data))
    // The writer buffers without limit: wait until this batch is written before reading the next.
    while (!idle) await Promise.race([setImmediate(), copied])
  }
  writer.finish()
  await copied
}
