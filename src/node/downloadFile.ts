import { lstat } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../client/Client.ts'
import { invalidOption, malformedResponse } from '../client/errors.ts'
import { fileDownloadUrl } from '../client/fetchBytes.ts'
import type { Progress } from '../client/graphql/loadList.ts'
import { type LoadError, loadError } from '../client/LoadError.ts'
import { callback, flag, mustBe, nonEmptyString } from '../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../client/queryTask.ts'
import { fail, task, unwrap } from '../client/task.ts'
import { type FileQuery, fileShape, loadFile } from '../loader/file/loadFiles.ts'
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
  /** Whether to overwrite an existing file. One that has the MD5 of the server's file is kept as it is. */
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

const fileDownloadShape: QueryShape<FileDownload> = {
  ...fileShape,
  options: {
    ...fileShape.options,
    // An empty name is an unsafe path.
    name: mustBe('the name of a file', (value) => typeof value === 'string'),
    folder: nonEmptyString,
    replace: flag,
    existOk: flag,
    onProgress: callback,
  },
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
 * An existing file is `FileExists` unless `replace` or `existOk` is set; `replace` takes precedence, and keeps an identical
 * file. A name that leads out of the folder is `UnsafePath`; a file that the run does not have is `NotFound`. A file that does
 * not fit on the disk is `DiskFailed`. The API key is sent to the server only, not to its storage service.
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
  (query: FileDownload) =>
  (client: Client): TaskEither<LoadError, DownloadedFile> =>
    queryTask(client, fileDownloadShape, query, async function* (options: FileDownload) {
      const { run, name, folder, replace = false, existOk = false, signal, onProgress } = options
      if (folder === undefined) return yield* fail(invalidOption('folder', 'must be a non-empty string'))
      const root = resolve(folder)
      const path = yield* unwrap(safePath(root, String(name)))
      const existingSize = replace ? undefined : await sizeAt(path)
      if (existingSize !== undefined)
        return existOk ? { path, size: existingSize, kept: true } : yield* fail(loadError({ _tag: 'FileExists', path }))
      const locate = task(async function* () {
        const file = yield* unwrap(loadFile({ run, name, signal })(client))
        const address = fileDownloadUrl(file)
        if (address === undefined) return yield* fail(malformedResponse('the file has no URL'))
        return { ...address, size: file.size, md5: file.md5 }
      })
      const renew = task(async function* () {
        const { url } = yield* unwrap(locate)
        return url
      })
      const located = yield* unwrap(locate)
      let written = 0
      const onBytes = (count: number): void => {
        written += count
        onProgress?.({ phase: 'bytes', loaded: written, total: located.size })
      }
      const keepExisting = !replace
      const download = { ...located, folder: root, name, signal, renew, keepExisting, onBytes }
      const done = await downloadToFolder(client, download)()
      // Another process can have created the file meanwhile.
      const createdSize = E.isLeft(done) && done.left._tag === 'FileExists' && existOk ? await sizeAt(path) : undefined
      return createdSize === undefined ? yield* unwrap(done) : { path, size: createdSize, kept: true }
    })
