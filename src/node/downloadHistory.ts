import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../client/Client.ts'
import { invalidOption } from '../client/errors.ts'
import type { Progress } from '../client/graphql/loadList.ts'
import { mapConcurrently } from '../client/graphql/mapConcurrently.ts'
import type { LoadError } from '../client/LoadError.ts'
import { abortSignal, callback, nonEmptyString } from '../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../client/queryTask.ts'
import { fail, task, unwrap } from '../client/task.ts'
import { fetchParquetExports } from '../loader/history/historyInfo.ts'
import { trackSignedUrls } from '../loader/history/parquet/remoteFile.ts'
import { type RunReference, resolveRun } from '../loader/paths/resolve.ts'
import { fetchHistoryFile } from './historyFile.ts'
import { diskFailed, makeParentFolder } from './safePath.ts'

/**
 * The options of {@link downloadHistory}.
 *
 * @category History
 * @since 0.1.0
 */
export interface DownloadHistoryQuery {
  /** The run's path, or its record. */
  readonly run: RunReference
  /** The target folder; created if it does not exist. */
  readonly folder: string
  /** Aborts the download. */
  readonly signal?: AbortSignal | undefined
  /** Called with the number of bytes downloaded in all files. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * A file of a downloaded history.
 *
 * @category History
 * @since 0.1.0
 */
export interface DownloadedHistoryFile {
  /** The absolute path. */
  readonly path: string
  /** The size in bytes. */
  readonly size: number
  /** The number of rows. */
  readonly rows: number
  /** Whether the file already existed. */
  readonly kept: boolean
}

/**
 * A downloaded history.
 *
 * @category History
 * @since 0.1.0
 */
export interface DownloadedHistory {
  /** The files in no particular order; each row has its step. The array is yours to change. */
  readonly files: Array<DownloadedHistoryFile>
  /** The number of rows in the files. */
  readonly rows: number
  /** The number of live rows, which the server has not exported yet. */
  readonly liveRows: number
  /** Whether the files are the whole history: there are no live rows, or nothing was logged. */
  readonly complete: boolean
}

const historyDownloadShape: QueryShape<DownloadHistoryQuery> = {
  subject: 'run',
  options: { run: true, folder: nonEmptyString, signal: abortSignal, onProgress: callback },
}

/** How many files are downloaded concurrently. */
const FILES = 4

/** Replaces characters that a file system may reject or that could lead out of the folder. */
const plainName = (text: string): string => text.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 40)

const namesIn = async (folder: string): Promise<E.Either<LoadError, ReadonlyArray<string>>> => {
  try {
    return E.right((await readdir(folder)).map(String))
  } catch (error) {
    return E.left(diskFailed(folder, error))
  }
}

/**
 * Downloads the Parquet files to which the server exported a run's history. Use `historyFromParquet` to read them.
 *
 * A file gets its name once it is complete and readable. Downloading again resumes: files of the same version are kept, and
 * a partial file is continued. A new version of a file gets a new name. If one file cannot be downloaded, the whole download
 * fails, and the files downloaded so far stay.
 *
 * W&B exports a history some time after the run has ended. Until then, rows are live and not in the files: `complete` is
 * `false`.
 *
 * @param query - The run, and the folder.
 * @returns A function from a client to the downloaded history.
 * @example
 * ```ts no-run
 * import { readFile } from 'node:fs/promises'
 * import { historyFromParquet, orThrow } from 'wandb-run-ops/loader'
 * import { clientFromEnv, downloadHistory } from 'wandb-run-ops/node'
 *
 * const { files, complete } = await orThrow(
 *   downloadHistory({ run: 'team/vision/a1b2c3d4', folder: 'histories' })(clientFromEnv()),
 * )
 * const bytes = await Promise.all(files.map(({ path }) => readFile(path)))
 * const history = await orThrow(historyFromParquet(bytes))
 *
 * console.log(history.length, complete)
 * ```
 * @category History
 * @since 0.1.0
 */
export const downloadHistory =
  (query: DownloadHistoryQuery) =>
  (client: Client): TaskEither<LoadError, DownloadedHistory> =>
    queryTask(client, historyDownloadShape, query, async function* (options: DownloadHistoryQuery) {
      const { run, signal, onProgress } = options
      if (options.folder === undefined) return yield* fail(invalidOption('folder', 'must be a non-empty string'))
      const folder = resolve(options.folder)
      const path = yield* unwrap(resolveRun(client, run, signal))
      const ask = fetchParquetExports(client, path, signal)
      const { urls, liveRows, lineCount } = yield* unwrap(ask)
      yield* unwrap(makeParentFolder(folder, resolve(folder, 'file')))
      const present = yield* unwrap(namesIn(folder))

      const renew = task(async function* () {
        const renewed = yield* unwrap(ask)
        return renewed.urls
      })
      const signed = trackSignedUrls(urls, renew)
      const { entity, project, id } = path
      const stem = [entity, project, id].map(plainName).join('_')
      const sizes = new Map<string, { readonly loaded: number; readonly total: number }>()
      const report = (file: string, loaded: number, total: number): void => {
        sizes.set(file, { loaded, total })
        const known = [...sizes.values()]
        const sum = (key: 'loaded' | 'total') => known.reduce((all, size) => all + size[key], 0)
        const isKnown = sizes.size === signed.files.length
        onProgress?.({ phase: 'bytes', loaded: sum('loaded'), total: isKnown ? sum('total') : undefined })
      }
      const download = (file: string, within: AbortSignal) =>
        fetchHistoryFile(client, {
          urls: signed,
          file,
          folder,
          stem,
          present,
          signal: within,
          onBytes: (loaded, total) => report(file, loaded, total),
        })
      const files = yield* unwrap(mapConcurrently(signed.files, FILES, download, signal))
      return {
        files: files.map((file) => Object.freeze(file)),
        rows: files.reduce((sum, file) => sum + file.rows, 0),
        liveRows,
        complete: liveRows === 0 && (files.length > 0 || lineCount === 0),
      }
    })
