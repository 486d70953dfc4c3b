import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, lstat, open, rename, rm, stat } from 'node:fs/promises'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../client/Client.ts'
import { malformedResponse } from '../client/errors.ts'
import { fetchBytes, isExpiredUrlError } from '../client/fetchBytes.ts'
import { type LoadError, loadError } from '../client/LoadError.ts'
import { fail, task, unwrap } from '../client/task.ts'
import { diskFailed, makeParentFolder, safePath } from './safePath.ts'

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
export interface DownloadTask extends ExpectedFile {
  /** The absolute path of the folder that must contain the file. */
  readonly folder: string
  /** The name within the folder, with slashes between folders. */
  readonly name: string
  readonly url: string
  /** Requests a new URL after the first has expired. */
  readonly renew?: TaskEither<LoadError, string> | undefined
  /** Omits the API key even for the server's own origin. */
  readonly anonymous?: boolean | undefined
  readonly signal?: AbortSignal | undefined
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

/** The length of a part in bytes, small enough for the time limit on a slow connection. */
const PART = 8 * 2 ** 20

/** How often in a row a URL may have expired. */
const MAX_RENEWALS = 2

const isEmptyRange = (error: LoadError): boolean => error._tag === 'HttpFailed' && error.status === 416

/** Fetches a file part by part, writes each before the next is requested, and returns the size. */
const fetchParts = (
  client: Client,
  { url: first, renew, anonymous, size, signal }: DownloadTask,
  write: (bytes: Uint8Array, start: number) => Promise<void>,
): TaskEither<LoadError, number> =>
  task(async function* () {
    let url = first
    let ranged = size === undefined || size > PART
    let renewals = 0
    let tag: string | undefined
    for (let start = 0; ; ) {
      const range = ranged ? { start, end: start + PART } : undefined
      const part = await fetchBytes(client, url, { range, anonymous, signal })
      if (E.isLeft(part) && ranged && isEmptyRange(part.left)) {
        if (start > 0) return start
        // An empty file has no valid range.
        ranged = false
        continue
      }
      if (E.isLeft(part) && renew !== undefined && isExpiredUrlError(part.left) && renewals < MAX_RENEWALS) {
        url = yield* unwrap(renew)
        renewals += 1
        continue
      }
      const { bytes, start: at, total, headers } = yield* unwrap(part)
      if (at > 0 && headers['etag'] !== tag)
        return yield* fail(malformedResponse('the file changed during the download'))
      tag = headers['etag']
      renewals = 0
      await write(bytes, at)
      start = at + bytes.length
      if (!ranged || bytes.length < PART || (total !== undefined && start >= total)) return start
    }
  })

const mismatchOf = (name: string, expected: ExpectedFile, size: number, md5: string): LoadError | undefined => {
  const mismatch = (wanted: string, actual: string): LoadError =>
    loadError({ _tag: 'DigestMismatch', name: name.slice(0, 200), expected: wanted, actual })
  if (expected.size !== undefined && size !== expected.size) return mismatch(`${expected.size} bytes`, `${size} bytes`)
  return isMd5(expected.md5) && md5 !== expected.md5 ? mismatch(expected.md5, md5) : undefined
}

/** Fetches into an open file, and verifies the size and digest of what was written. */
const fetchInto = async (
  client: Client,
  file: FileHandle,
  download: DownloadTask,
): Promise<E.Either<LoadError, number>> => {
  let hash = createHash('md5')
  let written = 0
  const size = await fetchParts(client, download, async (bytes, start) => {
    if (start === 0 && written > 0) {
      // The server sent the whole file instead of a later part.
      download.onBytes?.(-written)
      hash = createHash('md5')
      written = 0
      await file.truncate(0)
    }
    await file.write(bytes, 0, bytes.length, start)
    hash.update(bytes)
    written += bytes.length
    download.onBytes?.(bytes.length)
  })()
  const error = E.isLeft(size) ? size.left : mismatchOf(download.name, download, written, hash.digest('base64'))
  if (error === undefined) return size
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

/**
 * Downloads a file into a folder. It gets its own name once it is complete and has the expected digest; until then it has a
 * temporary name in the same folder. An identical existing file is kept, and nothing is requested.
 */
export const downloadToFolder = (client: Client, download: DownloadTask): TaskEither<LoadError, Downloaded> =>
  task(async function* () {
    const { folder, name, signal } = download
    const path = yield* unwrap(safePath(folder, name))
    yield* unwrap(makeParentFolder(folder, path))
    if (await isSameFile(path, download, signal))
      return { path, size: download.size ?? (await stat(path)).size, kept: true }
    const temporary = `${path}.${randomUUID()}.part`
    try {
      const size = yield* unwrap(withOpenFile(temporary, (file) => fetchInto(client, file, download)))
      await rename(temporary, path)
      return { path, size, kept: false }
    } catch (error) {
      return yield* fail(diskFailed(path, error))
    } finally {
      await rm(temporary, { force: true }).catch(() => undefined)
    }
  })
