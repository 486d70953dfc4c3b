/** The file names of `downloadHistory`: entity, project, run, the hash of the export, and its version. */
const DOWNLOADED = /^[^_]*_[^_]*_(.+)-([0-9a-f]{12})-([0-9a-f]{12})\.runhistory\.parquet$/

/** Returns the last part of a path. */
export const baseName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/**
 * Derives the run id from a file name; `undefined` if it is ambiguous. The name of a downloaded file replaces characters
 * other than letters and digits, and truncates long ids. Any other file is named after its run.
 */
export const runOfFile = (path: string): string | undefined => {
  const name = baseName(path)
  const downloaded = DOWNLOADED.exec(name)?.[1]
  if (downloaded !== undefined) return /^[A-Za-z0-9]{1,39}$/.test(downloaded) ? downloaded : undefined
  return name.replace(/(\.runhistory)?\.parquet$/i, '') || undefined
}

/** The part of a downloaded file's path that all versions of its export share; the path of any other file. */
export const exportOfFile = (path: string): string =>
  DOWNLOADED.test(baseName(path)) ? path.replace(/-[0-9a-f]{12}\.runhistory\.parquet$/, '') : path
