import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../Client.ts'
import { inPool } from '../internal/paging/inPool.ts'
import { trackAddresses } from '../internal/parquet/parquetAddresses.ts'
import { parquetExports } from '../internal/parquet/parquetExports.ts'
import { resolveRun } from '../internal/paths/resolveRun.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { Progress } from '../query.ts'
import type { RunReference } from '../RunReference.ts'
import { diskFailed } from './internal/diskFailed.ts'
import { historyFile } from './internal/historyFile.ts'
import { makeParent } from './internal/makeParent.ts'

/**
 * Whose history to download, and where to.
 *
 * @category History
 * @since 0.1.0
 */
export interface DownloadHistoryQuery {
  /** The run's path, or its record. */
  readonly run: RunReference
  /** The folder; made where it is not there. */
  readonly folder: string
  /** Ends the download at once. */
  readonly signal?: AbortSignal | undefined
  /** Told how many bytes of all files are there. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * A file of a downloaded history.
 *
 * @category History
 * @since 0.1.0
 */
export interface DownloadedHistoryFile {
  /** The whole path. */
  readonly path: string
  /** The size in bytes. */
  readonly size: number
  /** How many rows it holds. */
  readonly rows: number
  /** Whether it was there already. */
  readonly kept: boolean
}

/**
 * A downloaded history.
 *
 * @category History
 * @since 0.1.0
 */
export interface DownloadedHistory {
  /** The files, in no order that means anything: each row says its step. The array is yours. */
  readonly files: Array<DownloadedHistoryFile>
  /** How many rows the files hold. */
  readonly rows: number
  /** How many rows count as live: the server has not exported them, or not noted so yet. */
  readonly liveRows: number
  /** Whether the files hold the whole history: no row is live, and where there is no file, nothing was logged. */
  readonly complete: boolean
}

/** Letters that every system takes in a name; none of them steps out of a folder. */
const plainName = (text: string): string => text.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 40)

const namesIn = async (folder: string): Promise<ReadonlyArray<string>> => (await readdir(folder)).map(String)

/**
 * Downloads the Parquet files into which the server exported a run's history. `historyFromParquet` reads them.
 *
 * A file has its name only once it is whole and can be read. Loading again goes on where the last time ended: files that
 * are there in the same version are kept, and half a file is continued. A version that is new on the server gets a name
 * of its own. One file that cannot be had makes the load fail; what is there stays.
 *
 * W&B exports a history some time after the run ended. Until then rows are live, and in no file: `complete` says so.
 *
 * @param query - The run, and the folder.
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
  async () => {
    const { run, signal, onProgress } = query
    if (typeof query.folder !== 'string' || query.folder === '')
      return E.left(loadError({ _tag: 'InvalidQuery', field: 'folder', reason: 'must be the path of a folder' }))
    const folder = resolve(query.folder)
    const place = await resolveRun(client, run, signal)
    if (E.isLeft(place)) return place
    const ask = () => parquetExports(client, place.right, signal)
    const exported = await ask()
    if (E.isLeft(exported)) return exported
    const { urls, liveRows, lineCount } = exported.right

    const made = await makeParent(folder, resolve(folder, 'file'))
    if (E.isLeft(made)) return made
    let present: ReadonlyArray<string>
    try {
      present = await namesIn(folder)
    } catch (error) {
      return E.left(diskFailed(folder, error))
    }

    const addresses = trackAddresses(urls, async () => {
      const renewed = await ask()
      return E.isLeft(renewed) ? renewed : E.right(renewed.right.urls)
    })
    const { entity, project, id } = place.right
    const stem = [entity, project, id].map(plainName).join('_')
    const sizes = new Map<string, { readonly loaded: number; readonly total: number }>()
    const tell = (file: string, loaded: number, total: number): void => {
      sizes.set(file, { loaded, total })
      const known = [...sizes.values()]
      const sum = (key: 'loaded' | 'total') => known.reduce((all, size) => all + size[key], 0)
      const isKnown = sizes.size === addresses.files.length
      onProgress?.({ phase: 'bytes', loaded: sum('loaded'), total: isKnown ? sum('total') : undefined })
    }

    const files = await inPool(
      addresses.files,
      4,
      (file, within) =>
        historyFile(client, {
          addresses,
          file,
          folder,
          stem,
          present,
          signal: within,
          onBytes: (loaded, total) => tell(file, loaded, total),
        }),
      signal,
    )
    if (E.isLeft(files)) return files
    const rows = files.right.reduce((sum, file) => sum + file.rows, 0)
    return E.right({
      files: files.right.map((file) => Object.freeze(file)),
      rows,
      liveRows,
      complete: liveRows === 0 && (files.right.length > 0 || lineCount === 0),
    })
  }
