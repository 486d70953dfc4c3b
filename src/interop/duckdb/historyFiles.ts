import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import { attempt, type DuckDbError, duckDbError } from './DuckDbError.ts'
import { escapePosixGlob, escapeWindowsGlob } from './names.ts'

/** The file names of `downloadHistory`: entity, project, run, the hash of the export, and its version. */
const DOWNLOADED = /^[^_]*_[^_]*_(.+)-([0-9a-f]{12})-([0-9a-f]{12})\.runhistory\.parquet$/

/** Returns the last part of a path. In one that begins with a slash, a backslash is part of a name. */
export const baseName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.startsWith('/') ? -1 : path.lastIndexOf('\\')) + 1)

/**
 * Derives the run id from a file name; `undefined` if it is ambiguous. The name of a downloaded file replaces characters
 * other than letters and digits, and truncates long ids. Any other file is named after its run.
 */
export const runIdFromFile = (path: string): string | undefined => {
  const name = baseName(path)
  const downloaded = DOWNLOADED.exec(name)?.[1]
  if (downloaded !== undefined) return /^[A-Za-z0-9]{1,39}$/.test(downloaded) ? downloaded : undefined
  return name.replace(/(\.runhistory)?\.parquet$/i, '') || undefined
}

/** The part of a downloaded file's path that all versions of its export share; the path of any other file. */
const exportKey = (path: string): string =>
  DOWNLOADED.test(baseName(path)) ? path.replace(/-[0-9a-f]{12}\.runhistory\.parquet$/, '') : path

/** Whether DuckDB runs on Windows, where backslashes separate names. */
const isOnWindows = async (connection: DuckDBConnection): Promise<E.Either<DuckDbError, boolean>> => {
  const platform = await attempt(() => connection.runAndReadAll('PRAGMA platform'))
  return E.isLeft(platform) ? platform : E.right(String(platform.right.getRows()[0]?.[0]).startsWith('windows'))
}

const inDirectory = async (
  connection: DuckDBConnection,
  directory: string,
): Promise<E.Either<DuckDbError, ReadonlyArray<string>>> => {
  const onWindows = directory.includes('\\') ? await isOnWindows(connection) : E.right(false)
  if (E.isLeft(onWindows)) return onWindows
  const isWindows = onWindows.right
  const folder = directory.replace(isWindows ? /[/\\]+$/ : /\/+$/, '')
  const pattern = `${isWindows ? escapeWindowsGlob(folder) : escapePosixGlob(folder)}/*.parquet`
  const found = await attempt(() => connection.runAndReadAll('SELECT file FROM glob($pattern)', { pattern }))
  if (E.isLeft(found)) return found
  const paths = found.right.getRows().map(([path]) => String(path))
  return E.right(isWindows || !folder.includes('\\') ? paths : paths.filter((path) => path.startsWith(`${folder}/`)))
}

const versionsOf = (paths: ReadonlyArray<string>): ReadonlyArray<string> | undefined => {
  const exports = new Map<string, Array<string>>()
  for (const path of paths) exports.set(exportKey(path), [...(exports.get(exportKey(path)) ?? []), path])
  return [...exports.values()].find((versions) => versions.length > 1)
}

/** Lists the files, without duplicates; several versions of the same export are an error. */
export const listFiles = async (
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
