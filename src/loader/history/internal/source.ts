import type * as E from 'fp-ts/lib/Either.js'
import type { ColumnChunk } from '../../../types/ColumnChunk.ts'
import type { Client } from '../../Client.ts'
import type { LoadError } from '../../LoadError.ts'

/** Which rows and columns of a history to read from the Parquet files of a run. */
export interface ParquetRequest {
  /** The addresses of the files, in any order. */
  readonly urls: ReadonlyArray<string>
  /** Asks for the addresses anew, when they have expired: the same files, maybe in another order. */
  readonly renew: () => Promise<E.Either<LoadError, ReadonlyArray<string>>>
  /** The metrics, without `_step`; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** The first step, inclusive. */
  readonly minStep?: number | undefined
  /** The last step, exclusive. */
  readonly maxStep?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Told how many rows of the files were read so far. */
  readonly onRows?: ((loaded: number) => void) | undefined
  readonly client: Client
}

/** Reads the Parquet files of a run. A row whose metrics are all absent still has its step in a chunk. */
export type ReadParquetHistory = (request: ParquetRequest) => Promise<E.Either<LoadError, ReadonlyArray<ColumnChunk>>>
