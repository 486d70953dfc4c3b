import type * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../../client/Client.ts'
import type { LoadError } from '../../../client/LoadError.ts'
import type { ColumnChunk } from '../../../history/mergeChunks.ts'

/** The rows and metrics to read from the Parquet files of a run. */
export interface ParquetRequest {
  /** The URLs of the files, in any order. */
  readonly urls: ReadonlyArray<string>
  /** Requests new URLs for expired ones: the same files, possibly in another order. */
  readonly renew: () => Promise<E.Either<LoadError, ReadonlyArray<string>>>
  /** The metrics without `_step`; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** The first step, inclusive. */
  readonly minStep?: number | undefined
  /** The last step, exclusive. */
  readonly maxStep?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Called with the number of rows read so far. */
  readonly onRows?: ((loaded: number) => void) | undefined
  readonly client: Client
}

/** Reads the Parquet files of a run. The chunks include the steps of rows without any of the metrics. */
export type ParquetHistoryReader = (request: ParquetRequest) => Promise<E.Either<LoadError, ReadonlyArray<ColumnChunk>>>
