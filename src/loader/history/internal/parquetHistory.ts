import type { ReadParquetHistory } from './source.ts'

/** Reads the Parquet files of a run. The code for them is imported lazily. */
export const readParquetHistory: ReadParquetHistory = async (request) => {
  const { readParquetFiles } = await import('./readParquetFiles.ts')
  return readParquetFiles(request)
}
