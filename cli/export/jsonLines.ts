import type { Sink } from '../output/Sink.ts'
import type { Row } from '../rows/Row.ts'
import { toJson } from '../text/toJson.ts'

/** Writes each row as a JSON object on its own line, without missing columns. */
export const writeJsonLines = async (rows: AsyncIterable<Row>, sink: Sink): Promise<void> => {
  for await (const row of rows) {
    const cells = row.filter(([, value]) => value !== undefined)
    await sink.write(`${toJson(Object.fromEntries(cells))}\n`)
  }
}
