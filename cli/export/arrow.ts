import { setImmediate } from 'node:timers/promises'
import { makeData, RecordBatch, RecordBatchFileWriter, Schema, Struct } from 'apache-arrow'
import type { ArrowColumn } from '../../src/interop/arrow/field.ts'
import type { RunTable } from '../../src/query/RunTable.ts'
import type { Sink } from '../output/Sink.ts'
import { arrowColumnOf } from './arrowData.ts'
import type { Spooled } from './Spool.ts'

/** Writes tables as an Arrow file (Feather), a batch for each. */
export const writeArrow = async ({ columns, tables }: Spooled, sink: Sink): Promise<void> => {
  const make = (table: RunTable | undefined): ReadonlyArray<ArrowColumn> =>
    columns.map(({ name, kind }) =>
      arrowColumnOf(
        name,
        table !== undefined && Object.hasOwn(table.columns, name) ? table.columns[name] : undefined,
        table?.length ?? 0,
        kind,
      ),
    )
  const schema = new Schema(make(undefined).map(({ field }) => field))
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
  for await (const table of tables()) {
    const children = make(table).map(({ data }) => data)
    const data = makeData({ type: new Struct(schema.fields), length: table.length, nullCount: 0, children })
    writer.write(new RecordBatch(schema, data))
    // The writer buffers without limit: wait until this batch is written before reading the next.
    while (!idle) await Promise.race([setImmediate(), copied])
  }
  writer.finish()
  await copied
}
