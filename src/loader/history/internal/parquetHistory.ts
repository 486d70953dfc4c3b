import type { ReadParquetHistory } from './source.ts'

/** Reads the Parquet files of a run. A program that meets none does not load the code for them. */
export const readParquetHistory: ReadParquetHistory = async (request) => {
  const { readParquetFiles } = await import('./readParquetFiles.ts')
  return readParquetFiles(request)
}
