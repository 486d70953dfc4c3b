import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk, JSToDuckDBValueConverter } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import { attempt, type DuckDbError, duckDbError } from './DuckDbError.ts'

const transactionId = async (connection: DuckDBConnection): Promise<unknown> =>
  (await connection.runAndReadAll('SELECT txid_current()')).getRows()[0]?.[0]

/** Whether the caller has begun a transaction: outside of one, each statement has its own. */
const isWithin = (connection: DuckDBConnection): Promise<E.Either<DuckDbError, boolean>> =>
  attempt(async () => {
    const one = await transactionId(connection)
    return one === (await transactionId(connection))
  })

/** Runs work in a transaction. If the caller has begun one, the work joins it, and the caller commits or rolls back. */
export const inTransaction = async <A>(
  connection: DuckDBConnection,
  work: () => Promise<E.Either<DuckDbError, A>>,
): Promise<E.Either<DuckDbError, A>> => {
  const within = await isWithin(connection)
  if (E.isLeft(within)) return within
  if (within.right) return work()
  const begun = await attempt(() => connection.run('BEGIN TRANSACTION'))
  if (E.isLeft(begun)) return begun
  const done = await work()
  const ended = await attempt(() => connection.run(E.isLeft(done) ? 'ROLLBACK' : 'COMMIT'))
  return E.isRight(done) && E.isLeft(ended) ? ended : done
}

/**
 * The progress of an insert.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface InsertProgress {
  /** The number of rows passed to DuckDB. */
  readonly loaded: number
  /** The total number of rows. */
  readonly total: number
}

/**
 * Options to observe and abort an insert.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface InsertOptions {
  /** Aborts the insert between two batches; no rows are inserted. */
  readonly signal?: AbortSignal | undefined
  /** Called after each batch. */
  readonly onProgress?: ((progress: InsertProgress) => void) | undefined
}

/** The values of one column of a chunk. */
export type ColumnCells = ReadonlyArray<unknown>

/** The maximum number of rows in a DuckDB chunk. */
const CHUNK = 2048

const CHUNKS_PER_BATCH = 8

type Input = Parameters<typeof JSToDuckDBValueConverter>[0]

const appendChunks = (
  appender: DuckDBAppender,
  cells: (from: number, to: number) => ReadonlyArray<ColumnCells>,
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

/** Appends rows to a table in batches; `cells` returns a range of rows, column by column. */
export const appendRows = async (
  connection: DuckDBConnection,
  table: string,
  total: number,
  cells: (from: number, to: number) => ReadonlyArray<ColumnCells>,
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
      // Appending is synchronous; this query yields to the event loop, so that the signal can fire.
      await connection.run('SELECT 1')
    }
    return true
  })
  // Closing would retry the rows that failed.
  if (E.isLeft(done)) await attempt(() => appender.clear())
  const closed = await attempt(() => appender.closeSync())
  if (E.isLeft(done)) return done
  if (!done.right) return E.left(duckDbError({ _tag: 'Aborted' }))
  return closed
}
