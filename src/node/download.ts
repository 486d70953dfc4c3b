import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, lstat, open, rename, rm, stat } from 'node:fs/promises'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../client/Client.ts'
import { type LoadError, loadError } from '../client/LoadError.ts'
import { callbackError } from '../client/queryTask.ts'
import { fail, task, unwrap } from '../client/task.ts'
import { fetchParts, type PartsTask } from './fetchParts.ts'
import { diskFailed, makeParentFolder, safePath } from './safePath.ts'
import { flushAll, placeNewFile, temporaryPath, unfinishedFiles, writeAll } from './wholeFile.ts'

/** The expected size and digest of a file. */
interface ExpectedFile {
  /** The size in bytes. */
  readonly size?: number | undefined
  /** The MD5 of the contents in base64. */
  readonly md5?: string | undefined
}

/** Whether a digest is an MD5 in base64, and not one of another algorithm. */
export const isMd5 = (digest: string | undefined): digest is string =>
  digest !== undefined && /^[A-Za-z0-9+/]{22}==$/.test(digest)

/**
 * Whether the expected file already exists. Without an MD5 it never does, because a file of the same size may differ. A
 * symbolic link is not a file.
 */
export const isSameFile = async (path: string, { size, md5 }: ExpectedFile, signal?: AbortSignal): Promise<boolean> => {
  if (!isMd5(md5)) return false
  try {
    const facts = await lstat(path)
    if (!facts.isFile() || (size !== undefined && facts.size !== size)) return false
    const hash = createHash('md5')
    for await (const part of createReadStream(path, signal === undefined ? {} : { signal })) hash.update(part as Buffer)
    return hash.digest('base64') === md5
  } catch {
    // A file that is absent or unreadable is written again, which reports what is wrong with it.
    return false
  }
}

/** A file to download, and the target folder. */
export interface DownloadTask extends PartsTask, ExpectedFile {
  /** The absolute path of the folder that must contain the file. */
  readonly folder: string
  /** The name within the folder, with slashes between folders. */
  readonly name: string
  /** Whether a file that another process creates meanwhile is an error instead of being replaced. */
  readonly keepExisting?: boolean | undefined
  /** Called with the number of bytes written; negative if they were discarded. */
  readonly onBytes?: ((count: number) => void) | undefined
}

/** A downloaded file. */
export interface Downloaded {
  readonly path: string
  /** The size in bytes. */
  readonly size: number
  /** Whether the identical file already existed, so that nothing was requested. */
  readonly kept: boolean
}

const mismatchOf = (name: string, expected: ExpectedFile, actual: Required<ExpectedFile>): LoadError | undefined => {
  const mismatch = (wanted: string, got: string): LoadError =>
    loadError({ _tag: 'DigestMismatch', name: name.slice(0, 200), expected: wanted, actual: got })
  if (expected.size !== undefined && actual.size !== expected.size)
    return mismatch(`${expected.size} bytes`, `${actual.size} bytes`)
  return isMd5(expected.md5) && actual.md5 !== expected.md5 ? mismatch(expected.md5, String(actual.md5)) : undefined
}

/** What was written. */
interface Written {
  readonly size: number
  readonly md5: string
}

/** Fetches into an open file, and verifies the size and digest of what was written. */
const fetchInto = async (
  client: Client,
  file: FileHandle,
  download: DownloadTask,
): Promise<E.Either<LoadError, Written>> => {
  let hash = createHash('md5')
  let written = 0
  const fetched = await fetchParts(client, download, async (bytes, start) => {
    if (start === 0 && written > 0) {
      // The download starts over.
      download.onBytes?.(-written)
      hash = createHash('md5')
      written = 0
      await file.truncate(0)
    }
    await writeAll(file, bytes, start)
    hash.update(bytes)
    written += bytes.length
    download.onBytes?.(bytes.length)
  })()
  const done = { size: written, md5: hash.digest('base64') }
  const error = E.isLeft(fetched) ? fetched.left : mismatchOf(download.name, download, done)
  if (error === undefined) {
    await flushAll(file, written)
    return E.right(done)
  }
  if (written > 0) download.onBytes?.(-written)
  return E.left(error)
}

/** Opens a file, works with it, and closes it. */
const withOpenFile = async <A>(path: string, work: (file: FileHandle) => Promise<A>): Promise<A> => {
  const file = await open(path, 'wx')
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

/** Fails if the file system cannot have a file of this name, before anything is requested. */
const checkName = async (path: string): Promise<void> => {
  try {
    await lstat(path)
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ENAMETOOLONG') throw error
  }
}

/**
 * Downloads a file into a folder. It gets its own name once it is complete and has the expected digest; until then it has a
 * temporary name in the same folder. An identical existing file is kept, and nothing is requested.
 */
export const downloadToFolder = (client: Client, download: DownloadTask): TaskEither<LoadError, Downloaded> =>
  task(async function* () {
    const { folder, name, signal, keepExisting = false } = download
    const path = yield* unwrap(safePath(folder, name))
    yield* unwrap(makeParentFolder(folder, path))
    if (await isSameFile(path, download, signal))
      return { path, size: download.size ?? (await stat(path)).size, kept: true }
    const temporary = temporaryPath(path)
    unfinishedFiles.add(temporary)
    try {
      await checkName(path)
      const written = yield* unwrap(withOpenFile(temporary, (file) => fetchInto(client, file, download)))
      if (!keepExisting) await rename(temporary, path)
      else if (!(await placeNewFile(temporary, path))) {
        if (await isSameFile(path, written, signal)) return { path, size: written.size, kept: true }
        return yield* fail(loadError({ _tag: 'FileExists', path }))
      }
      return { path, size: written.size, kept: false }
    } catch (error) {
      if (callbackError(error) !== undefined) throw error
      return yield* fail(diskFailed(path, error))
    } finally {
      await rm(temporary, { force: true }).catch(() => undefined)
      unfinishedFiles.delete(temporary)
    }
  })
