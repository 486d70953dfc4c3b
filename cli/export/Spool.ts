import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { RunTable } from '../../src/query/RunTable.ts'
import { openFile } from '../output/openFile.ts'
import { temporaryFailed, temporaryFolder } from '../output/temporary.ts'
import type { Columns } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import { type ColumnTypes, rowTable } from '../rows/rowTable.ts'
import { type ColumnKind, emptyKind, kindOf, widenKind } from './ColumnKind.ts'

/** A column of a file. */
export interface SpooledColumn {
  readonly name: string
  readonly kind: ColumnKind
}

/** Tables in a temporary file, with all columns known. */
export interface Spooled {
  readonly columns: ReadonlyArray<SpooledColumn>
  readonly length: number
  /** The rows in tables, in which a column may be missing or have a narrower kind. */
  readonly tables: () => AsyncGenerator<RunTable>
  readonly folder: string
}

/** As many rows are in memory at a time: so many of them, or so many cells. */
const MAX_ROWS = 10_000
const MAX_CELLS = 2_000_000

const HEAD = 8

/** Yields the tables of a file, each behind its size in bytes. */
async function* readTables(path: string): AsyncGenerator<RunTable> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(HEAD)
    while ((await file.read(head, 0, HEAD)).bytesRead === HEAD) {
      const bytes = Buffer.alloc(Number(head.readBigUInt64LE()))
      await file.read(bytes, 0, bytes.length)
      yield deserialize(bytes) as RunTable
    }
  } finally {
    await file.close()
  }
}

/**
 * Writes rows to a temporary file, in tables, to find all columns and their kinds, which a file in a columnar format, or a
 * CSV header, states before the rows. A column without any value has its declared type, or else that of a metric.
 */
export const spool = async (rows: AsyncIterable<Row>, seen: Columns, types: ColumnTypes): Promise<Spooled> => {
  const folder = temporaryFolder()
  const path = join(folder, 'rows')
  const file = await openFile(path, { mode: 0o600, failed: temporaryFailed })
  const kinds = new Map<string, ColumnKind | undefined>()
  let length = 0
  let batch = rowTable(types)
  let cells = 0
  const flush = async (): Promise<void> => {
    if (batch.length() === 0) return
    const table = batch.build(batch.names())
    for (const name of table.names) {
      const column = table.columns[name]
      if (column !== undefined) kinds.set(name, widenKind(kinds.get(name), kindOf(column, table.length)))
    }
    length += table.length
    const bytes = serialize(table)
    const head = Buffer.alloc(HEAD)
    head.writeBigUInt64LE(BigInt(bytes.length))
    await file.write(head)
    await file.write(bytes)
    batch = rowTable(types)
    cells = 0
  }
  for await (const row of rows) {
    seen.addRow(row)
    batch.add(row)
    cells += row.length
    if (batch.length() >= MAX_ROWS || cells >= MAX_CELLS) await flush()
  }
  await flush()
  await file.close()
  return {
    columns: seen.names().map((name) => ({ name, kind: kinds.get(name) ?? emptyKind(types.get(name)) })),
    length,
    folder,
    tables: () => readTables(path),
  }
}
