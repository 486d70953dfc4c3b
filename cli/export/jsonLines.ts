import { json } from '../json.ts'
import type { Sink } from '../output/Sink.ts'
import type { Row } from '../rows/Row.ts'

/** Writes each row as a JSON object in a line of its own, without the columns that it does not have. */
export const writeJsonLines = async (rows: AsyncIterable<Row>, sink: Sink): Promise<void> => {
  for await (const row of rows) {
    const cells = row.filter(([, value]) => value !== undefined)
    await sink.write(`${json(Object.fromEntries(cells))}\n`)
  }
}
