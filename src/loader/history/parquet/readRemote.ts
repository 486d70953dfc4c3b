import * as E from 'fp-ts/lib/Either.js'
import { loadError } from '../../../client/LoadError.ts'
import { trackSignedUrls } from './exports.ts'
import { readParquetSet } from './readFiles.ts'
import { openRemoteFile } from './remoteFile.ts'
import type { ParquetHistoryReader } from './request.ts'

/** How many files are read concurrently. */
const FILES = 3

/** Reads the Parquet files of a run with range requests for the columns. */
export const readRemoteParquet: ParquetHistoryReader = async (request) => {
  const { client, keys, minStep, maxStep, onRows, signal } = request
  if (signal?.aborted) return E.left(loadError({ _tag: 'Aborted' }))
  const addresses = trackSignedUrls(request.urls, request.renew)
  let rows = 0
  const files = [...addresses.files].sort()
  return readParquetSet(
    files.map((file) => (inFile) => openRemoteFile(client, addresses, file, inFile)),
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
