import { setImmediate } from 'node:timers/promises'
import { makeData, RecordBatch, RecordBatchFileWriter, Schema, Struct } from 'apache-arrow'
import { tableColumnBuilder } from '../../src/history/table/tableColumnBuilder.ts'
import { textData, validBits } from '../../src/interop/arrow/buffers.ts'
import { type ArrowColumn, jsonExtension, nullableColumn } from '../../src/interop/arrow/field.ts'
import { arrowColumn } from '../../src/interop/arrow/tableColumn.ts'
import type { Sink } from '../output/Sink.ts'
import { batches } from './batches.ts'
import { type Cells, type CellType, cellJson } from './Cell.ts'
import type { Spooled } from './Spool.ts'

const BATCH_ROWS = 10_000

/** Builds a column of a batch. Its Arrow type depends on the column's type alone, so that all batches match. */
const columnOf = (name: string, type: CellType, rows: ReadonlyArray<Cells>): ArrowColumn => {
  const cells = rows.map((row) => row.get(name))
  const { length } = cells
  switch (type) {
    case 'number':
    case 'time': {
      const values = Float64Array.from(cells, (cell) => (cell === undefined ? Number.NaN : Number(cell)))
      const valid = validBits(length, (row) => cells[row] !== undefined)
      return arrowColumn({ name, column: { type, values, valid, nulls: undefined } }, length)
    }
    case 'boolean': {
      const column = tableColumnBuilder({ emptyType: 'boolean', capacity: length })
      for (const cell of cells) column.push(cell)
      return arrowColumn({ name, column: column.build() }, length)
    }
    default: {
      const texts = type === 'text' ? cells : cells.map((cell) => (cell === undefined ? undefined : cellJson(cell)))
      const data = textData(texts as ReadonlyArray<string | undefined>)
      return nullableColumn(name, data, type === 'json' ? jsonExtension : [])
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
