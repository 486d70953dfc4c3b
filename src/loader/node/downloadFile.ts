import { lstat } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../Client.ts'
import { type FileQuery, loadFile } from '../file/loadFile.ts'
import { fileAddress } from '../internal/http/fileAddress.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { Progress } from '../query.ts'
import { download } from './internal/download.ts'
import { safePath } from './internal/safePath.ts'

/**
 * Which file of a run to download, and where to.
 *
 * @category Files
 * @since 0.1.0
 */
export interface FileDownload extends FileQuery {
  /** The folder that the file goes into, under its whole name; made where it is not there. */
  readonly folder: string
  /** Writes the file anew where it is there already. */
  readonly replace?: boolean | undefined
  /** Keeps the file where it is there already, whatever is in it. */
  readonly existOk?: boolean | undefined
  /** Told how many bytes are written. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * A file on this machine.
 *
 * @category Files
 * @since 0.1.0
 */
export interface DownloadedFile {
  /** Where it stands, absolute. */
  readonly path: string
  /** Its size in bytes. */
  readonly size: number
  /** Whether it was there already, and is as it was. */
  readonly kept: boolean
}

const sizeAt = async (path: string): Promise<number | undefined> => {
  try {
    return (await lstat(path)).size
  } catch {
    // What cannot be looked at is as good as not there: writing tells what is wrong.
    return undefined
  }
}

/**
 * Downloads a file of a run into a folder. It appears under its name when it is whole, and has the size and the MD5 that
 * the server tells.
 *
 * A file that is there already is `FileExists`, unless `replace` or `existOk` says what to do; with both, it is replaced. A
 * name that leads out of the folder is `UnsafePath`; a file that the run does not have is `NotFound`. The API key goes to
 * the server only, not to the storage behind it.
 *
 * @example
 * ```ts no-run
 * import { orThrow } from 'wandb-run-ops/loader'
 * import { clientFromEnv, downloadFile } from 'wandb-run-ops/node'
 *
 * const download = downloadFile({ run: 'team/vision/a1b2c3d4', name: 'output.log', folder: 'logs' })
 *
 * console.log((await orThrow(download(clientFromEnv()))).path)
 * ```
 * @category Files
 * @since 0.1.0
 */
export const downloadFile =
  ({ run, name, folder, replace = false, existOk = false, signal, onProgress }: FileDownload) =>
  (client: Client): TaskEither<LoadError, DownloadedFile> =>
  async () => {
    if (typeof folder !== 'string' || folder === '')
      return E.left(loadError({ _tag: 'InvalidQuery', field: 'folder', reason: 'must be the path of a folder' }))
    const root = resolve(folder)
    const path = safePath(root, String(name))
    if (E.isLeft(path)) return path
    const there = replace ? undefined : await sizeAt(path.right)
    if (there !== undefined)
      return existOk
        ? E.right({ path: path.right, size: there, kept: true })
        : E.left(loadError({ _tag: 'FileExists', path: path.right }))
    const load = async () => loadFile({ run, name, signal })(client)()
    const file = await load()
    if (E.isLeft(file)) return file
    const { size, md5 } = file.right
    const malformed = loadError({ _tag: 'ResponseMalformed', detail: 'a file without an address' })
    const address = fileAddress(file.right)
    if (address === undefined) return E.left(malformed)
    let written = 0
    return download(client, {
      ...address,
      folder: root,
      name,
      size,
      md5,
      signal,
      renew: async () =>
        E.chain((again: typeof file.right) => {
          const renewed = fileAddress(again)
          return renewed === undefined ? E.left(malformed) : E.right(renewed.url)
        })(await load()),
      onBytes: (count) => {
        written += count
        onProgress?.({ phase: 'bytes', loaded: written, total: size })
      },
    })
  }
