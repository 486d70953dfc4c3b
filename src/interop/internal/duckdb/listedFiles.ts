import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import { attempt } from './attempt.ts'
import { type DuckDbError, duckDbError } from './DuckDbError.ts'
import { literalPath } from './quoted.ts'
import { exportOfFile } from './runOfFile.ts'

const inDirectory = async (
  connection: DuckDBConnection,
  directory: string,
): Promise<E.Either<DuckDbError, ReadonlyArray<string>>> => {
  const pattern = `${literalPath(directory.replace(/[/\\]+$/, ''))}/*.parquet`
  const found = await attempt(() => connection.runAndReadAll('SELECT file FROM glob($pattern)', { pattern }))
  return E.isLeft(found) ? found : E.right(found.right.getRows().map(([path]) => String(path)))
}

const versionsOf = (paths: ReadonlyArray<string>): ReadonlyArray<string> | undefined => {
  const exports = new Map<string, Array<string>>()
  for (const path of paths) exports.set(exportOfFile(path), [...(exports.get(exportOfFile(path)) ?? []), path])
  return [...exports.values()].find((versions) => versions.length > 1)
}

/** Lists the files, without duplicates; several versions of the same export are an error. */
export const listedFiles = async (
  connection: DuckDBConnection,
  { files, directory }: { readonly files?: ReadonlyArray<string> | undefined; readonly directory?: string | undefined },
): Promise<E.Either<DuckDbError, ReadonlyArray<string>>> => {
  const found = directory === undefined ? E.right(files ?? []) : await inDirectory(connection, directory)
  if (E.isLeft(found)) return found
  const paths = [...new Set(found.right)].sort()
  if (paths.length === 0) return E.left(duckDbError({ _tag: 'NoFiles', directory }))
  const versions = versionsOf(paths)
  return versions === undefined ? E.right(paths) : E.left(duckDbError({ _tag: 'VersionsMixed', paths: versions }))
}
