/** How `downloadHistory` names a file: entity, project and run, then what tells the export, then its version. */
const DOWNLOADED = /^[^_]*_[^_]*_(.+)-([0-9a-f]{12})-([0-9a-f]{12})\.runhistory\.parquet$/

/** The last part of a path. */
export const baseName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/**
 * The run that a file is of, by its name; `undefined` where that is not certain. In the name of a downloaded file only
 * letters and digits stand for themselves, and a long id is cut short. Any other file is called as its run is.
 */
export const runOfFile = (path: string): string | undefined => {
  const name = baseName(path)
  const downloaded = DOWNLOADED.exec(name)?.[1]
  if (downloaded !== undefined) return /^[A-Za-z0-9]{1,39}$/.test(downloaded) ? downloaded : undefined
  return name.replace(/(\.runhistory)?\.parquet$/i, '') || undefined
}

/** What a downloaded file has in common with all versions of its export; any other file's path. */
export const exportOfFile = (path: string): string =>
  DOWNLOADED.test(baseName(path)) ? path.replace(/-[0-9a-f]{12}\.runhistory\.parquet$/, '') : path
