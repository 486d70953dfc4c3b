import { lstat } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../client/Client.ts'
import { fileDownloadUrl } from '../client/fetchBytes.ts'
import type { Progress } from '../client/graphql/loadList.ts'
import { type LoadError, loadError } from '../client/LoadError.ts'
import { type FileQuery, loadFile } from '../loader/file/loadFiles.ts'
import { downloadToFolder } from './download.ts'
import { safePath } from './safePath.ts'

/**
 * The options of {@link downloadFile}.
 *
 * @category Files
 * @since 0.1.0
 */
export interface FileDownload extends FileQuery {
  /** The target folder; created if it does not exist. The file is written under its full name. */
  readonly folder: string
  /** Whether to overwrite an existing file. */
  readonly replace?: boolean | undefined
  /** Whether to keep an existing file, whatever its contents. */
  readonly existOk?: boolean | undefined
  /** Called with the number of bytes written. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * A downloaded file.
 *
 * @category Files
 * @since 0.1.0
 */
export interface DownloadedFile {
  /** The absolute path. */
  readonly path: string
  /** The size in bytes. */
  readonly size: number
  /** Whether the file already existed and was left unchanged. */
  readonly kept: boolean
}

const sizeAt = async (path: string): Promise<number | undefined> => {
  try {
    return (await lstat(path)).size
  } catch {
    // Counts as absent, because writing it will report what is wrong.
    return undefined
  }
}

/**
 * Downloads a file of a run into a folder. The file appears under its name once it is complete and its size and MD5 match
 * those of the server.
 *
 * An existing file is `FileExists` unless `replace` or `existOk` is set; `replace` takes precedence. A name that leads out
 * of the folder is `UnsafePath`; a file that the run does not have is `NotFound`. The API key is sent to the server only,
 * not to its storage service.
 *
 * @param query - The run, the name of the file, and the target folder.
 * @returns A function from a client to the downloaded file.
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
      return E.left(loadError({ _tag: 'InvalidQuery', field: 'folder', reason: 'must be a non-empty string' }))
    const root = resolve(folder)
    const path = safePath(root, String(name))
    if (E.isLeft(path)) return path
    const existingSize = replace ? undefined : await sizeAt(path.right)
    if (existingSize !== undefined)
      return existOk
        ? E.right({ path: path.right, size: existingSize, kept: true })
        : E.left(loadError({ _tag: 'FileExists', path: path.right }))
    const load = async () => loadFile({ run, name, signal })(client)()
    const file = await load()
    if (E.isLeft(file)) return file
    const { size, md5 } = file.right
    const malformed = loadError({ _tag: 'ResponseMalformed', detail: 'the file has no URL' })
    const address = fileDownloadUrl(file.right)
    if (address === undefined) return E.left(malformed)
    let written = 0
    return downloadToFolder(client, {
      ...address,
      folder: root,
      name,
      size,
      md5,
      signal,
      renew: async () =>
        E.chain((again: typeof file.right) => {
          const renewed = fileDownloadUrl(again)
          return renewed === undefined ? E.left(malformed) : E.right(renewed.url)
        })(await load()),
      onBytes: (count) => {
        written += count
        onProgress?.({ phase: 'bytes', loaded: written, total: size })
      },
    })
  }
