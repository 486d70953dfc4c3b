import * as E from 'fp-ts/lib/Either.js'
import type { ColumnChunk } from '../../../types/ColumnChunk.ts'
import { inPool } from '../../internal/paging/inPool.ts'
import { trackAddresses } from '../../internal/parquet/parquetAddresses.ts'
import { openRemote } from '../../internal/parquet/parquetSource.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { inOrder } from './parquetSteps.ts'
import { readParquetFile } from './readParquetFile.ts'
import type { ReadParquetHistory } from './source.ts'

/** How many files are read at once. */
const FILES = 3

/** Reads the Parquet files of a run: only the columns asked for, by requests for parts of the files. */
export const readParquetFiles: ReadParquetHistory = async (request) => {
  const { client, keys, minStep, maxStep, onRows, signal } = request
  if (signal?.aborted) return E.left(loadError({ _tag: 'Aborted' }))
  const addresses = trackAddresses(request.urls, request.renew)
  let rows = 0
  const read = (file: string, within: AbortSignal): Promise<E.Either<LoadError, ReadonlyArray<ColumnChunk>>> =>
    readParquetFile((inFile) => openRemote(client, addresses, file, inFile), {
      keys,
      minStep,
      maxStep,
      signal: within,
      onRows: (more) => {
        rows += more
        onRows?.(rows)
      },
    })
  const files = await inPool([...addresses.files].sort(), FILES, read, signal)
  return E.isLeft(files) ? files : E.right(inOrder(files.right.flat()))
}
