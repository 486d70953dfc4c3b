import * as E from 'fp-ts/lib/Either.js'
import { trackAddresses } from '../../internal/parquet/parquetAddresses.ts'
import { openRemote } from '../../internal/parquet/parquetSource.ts'
import { loadError } from '../../LoadError.ts'
import { readParquetSet } from './readParquetSet.ts'
import type { ReadParquetHistory } from './source.ts'

/** How many files are read concurrently. */
const FILES = 3

/** Reads the Parquet files of a run with range requests for the columns. */
export const readParquetFiles: ReadParquetHistory = async (request) => {
  const { client, keys, minStep, maxStep, onRows, signal } = request
  if (signal?.aborted) return E.left(loadError({ _tag: 'Aborted' }))
  const addresses = trackAddresses(request.urls, request.renew)
  let rows = 0
  const files = [...addresses.files].sort()
  return readParquetSet(
    files.map((file) => (inFile) => openRemote(client, addresses, file, inFile)),
    FILES,
    {
      keys,
      minStep,
      maxStep,
      signal,
      onRows: (more) => {
        rows += more
        onRows?.(rows)
      },
    },
  )
}
