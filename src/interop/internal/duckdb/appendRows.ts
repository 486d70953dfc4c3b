import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk, JSToDuckDBValueConverter } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import { attempt } from './attempt.ts'
import { type DuckDbError, duckDbError } from './DuckDbError.ts'

/**
 * How far an insert has come.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface InsertProgress {
  /** How many rows have been handed to DuckDB. */
  readonly loaded: number
  /** How many there are. */
  readonly total: number
}

/**
 * How to watch a long insert, and how to stop it.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface InsertOptions {
  /** Stops the work between two batches; nothing of it is kept. */
  readonly signal?: AbortSignal | undefined
  /** Told after each batch. */
  readonly onProgress?: ((progress: InsertProgress) => void) | undefined
}

/** Values of one column of a chunk, as plain JavaScript. */
export type Cells = ReadonlyArray<unknown>

/** The most rows that a chunk of DuckDB's holds. */
const CHUNK = 2048

const CHUNKS_PER_BATCH = 8

type Input = Parameters<typeof JSToDuckDBValueConverter>[0]

const appendChunks = (
  appender: DuckDBAppender,
  cells: (from: number, to: number) => ReadonlyArray<Cells>,
  from: number,
  to: number,
): void => {
  const types = Array.from({ length: appender.columnCount }, (_, column) => appender.columnType(column))
  for (let start = from; start < to; start += CHUNK) {
    const end = Math.min(to, start + CHUNK)
    const chunk = DuckDBDataChunk.create(types, end - start)
    cells(start, end).forEach((values, column) => {
      chunk.setColumnValuesConverted(column, values as ReadonlyArray<Input>, JSToDuckDBValueConverter)
    })
    appender.appendDataChunk(chunk)
  }
  appender.flushSync()
}

/** Appends rows to a table, batch by batch: `cells` gives some of them by columns. */
export const appendRows = async (
  connection: DuckDBConnection,
  table: string,
  total: number,
  cells: (from: number, to: number) => ReadonlyArray<Cells>,
  { signal, onProgress }: InsertOptions,
): Promise<E.Either<DuckDbError, void>> => {
  const opened = await attempt(() => connection.createAppender(table))
  if (E.isLeft(opened)) return opened
  const appender = opened.right
  const done = await attempt(async () => {
    for (let from = 0; from < total; from += CHUNK * CHUNKS_PER_BATCH) {
      if (signal?.aborted === true) return false
      const to = Math.min(total, from + CHUNK * CHUNKS_PER_BATCH)
      appendChunks(appender, cells, from, to)
      onProgress?.({ loaded: to, total })
      // Appending is synchronous: a question to DuckDB lets others have their turn, the signal's owner among them.
      await connection.run('SELECT 1')
    }
    return true
  })
  // What could not be appended stays with the appender, which would try once more.
  if (E.isLeft(done)) await attempt(() => appender.clear())
  const closed = await attempt(() => appender.closeSync())
  if (E.isLeft(done)) return done
  if (!done.right) return E.left(duckDbError({ _tag: 'Aborted' }))
  return closed
}
