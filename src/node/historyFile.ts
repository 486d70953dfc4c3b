import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../client/Client.ts'
import { unreadableFile } from '../client/errors.ts'
import type { ByteRange, FetchedBytes } from '../client/fetchBytes.ts'
import { isSameVersion } from '../client/fileVersion.ts'
import type { LoadError } from '../client/LoadError.ts'
import { callbackError } from '../client/queryTask.ts'
import { fail, task, unwrap } from '../client/task.ts'
import { readParquetMetadata } from '../loader/history/parquet/metadata.ts'
import { type ByteSource, fetchFileRange, type SignedUrls } from '../loader/history/parquet/remoteFile.ts'
import { MAX_RESTARTS } from './fetchParts.ts'
import { diskFailed, safePath } from './safePath.ts'
import { flushAll, placeNewFile, temporaryPath, writeAll } from './wholeFile.ts'

/** A history file to download, and the target folder. */
interface HistoryFileTask {
  readonly urls: SignedUrls
  readonly file: string
  /** The absolute path of the folder. */
  readonly folder: string
  /** The start of its name. */
  readonly stem: string
  /** The names of the files in the folder. */
  readonly present: ReadonlyArray<string>
  readonly signal: AbortSignal
  /** Called with the number of bytes downloaded and the size of the file. */
  readonly onBytes: (loaded: number, total: number) => void
}

/** A downloaded history file. */
interface HistoryFileResult {
  readonly path: string
  readonly size: number
  readonly rows: number
  readonly kept: boolean
}

/** The length of a part in bytes, small enough for the time limit on a slow connection. */
const PART = 2 ** 23

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

const fileChanged: LoadError = unreadableFile('the file changed during the download')

/** Identifies the version of a file; `undefined` if the storage service does not report it. */
const versionOf = ({ headers }: FetchedBytes): string | undefined => {
  const { etag, 'last-modified': modified } = headers
  return etag?.startsWith('W/') && modified !== undefined ? `${etag} ${modified}` : (etag ?? modified)
}

const sizeOf = async (path: string): Promise<number | undefined> => {
  try {
    const facts = await lstat(path)
    return facts.isFile() ? facts.size : undefined
  } catch {
    return undefined
  }
}

const sourceOf = (handle: FileHandle, byteLength: number): ByteSource => ({
  byteLength,
  read: async (start, end) => {
    const bytes = new Uint8Array(end - start)
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
    return bytesRead === bytes.length ? E.right(bytes) : E.left(unreadableFile('the file is truncated'))
  },
})

/** The number of rows of a complete file. */
const rowsIn = (handle: FileHandle, size: number): TaskEither<LoadError, number> =>
  task(async function* () {
    return Number((yield* unwrap(readParquetMetadata(sourceOf(handle, size)))).num_rows)
  })

/** The number of rows of the file at a path if it is whole; `undefined` otherwise. */
const wholeFileRows = async (path: string, size: number): Promise<number | undefined> => {
  if ((await sizeOf(path)) !== size) return undefined
  const handle = await open(path, 'r')
  try {
    const rows = await rowsIn(handle, size)()
    return E.isRight(rows) ? rows.right : undefined
  } finally {
    await handle.close()
  }
}

/** The version of a file that is being downloaded. */
interface FileInVersion {
  /** The first part, or a part of it. */
  readonly first: FetchedBytes
  readonly size: number
  readonly path: string
  readonly temporary: string
  /** Whether the server reports the version, so that a partial file of it can be continued. */
  readonly resumable: boolean
}

/** Opens the temporary file, and returns it with the number of bytes that are in it. */
const openTemporary = async ({ temporary, size, resumable }: FileInVersion): Promise<readonly [FileHandle, number]> => {
  if (!resumable) return [await open(temporary, 'wx'), 0]
  const facts = await lstat(temporary).catch(() => undefined)
  if (facts !== undefined && (!facts.isFile() || facts.size > size)) await rm(temporary, { force: true })
  // Another process may be downloading the same version into this file. Both write the same bytes from its end on.
  const handle = await open(temporary, constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0), 0o666)
  // The size is that of the opened file: another process may have replaced the one that was here.
  return [handle, (await handle.stat()).size]
}

/** Downloads the rest of a file, part by part. */
const writeRest = (
  client: Client,
  { urls, file, signal, onBytes }: HistoryFileTask,
  { first, size }: FileInVersion,
  handle: FileHandle,
  before: number,
): TaskEither<LoadError, void> =>
  task(async function* () {
    let at = before
    const write = async (part: FetchedBytes): Promise<void> => {
      await writeAll(handle, part.bytes.subarray(at - part.start), at)
      at = part.start + part.bytes.length
      onBytes(at, size)
    }
    onBytes(at, size)
    if (first.start <= at && at < first.start + first.bytes.length) await write(first)
    while (at < size) {
      const range = { start: at, end: Math.min(size, at + PART) }
      const part = yield* unwrap(fetchFileRange(client, urls, file, range, signal))
      if (!isSameVersion({ headers: first.headers, total: size }, part)) return yield* fail(fileChanged)
      await write(part)
    }
    await flushAll(handle, size)
  })

/** Gives the finished file its name, and returns whether it did, and not another process. */
const place = async ({ temporary, path, size }: FileInVersion, handle: FileHandle): Promise<boolean> => {
  const { ino } = await handle.stat()
  const isOurs = async (): Promise<boolean> => (await lstat(temporary).catch(() => undefined))?.ino === ino
  if ((await isOurs()) && (await placeNewFile(temporary, path))) return true
  const isPlaced = (await wholeFileRows(path, size)) !== undefined
  if (await isOurs()) {
    if (isPlaced) await rm(temporary, { force: true })
    else await rename(temporary, path)
    return true
  }
  return isPlaced
}

/** Downloads a version of a file, and returns the number of its rows. */
const fetchVersion = (
  client: Client,
  download: HistoryFileTask,
  version: FileInVersion,
): TaskEither<LoadError, number> =>
  task(async function* () {
    const { temporary, size, resumable } = version
    const [handle, before] = await openTemporary(version)
    let isKept = resumable
    try {
      const written = await writeRest(client, download, version, handle, before)()
      const rows = E.isLeft(written) ? written : await rowsIn(handle, size)()
      // A partial file is worth keeping, one that cannot be read is not.
      if (E.isLeft(rows) && (E.isRight(written) || rows.left._tag === 'FileUnreadable')) isKept = false
      const count = yield* unwrap(rows)
      if (!(await place(version, handle))) return yield* fail(fileChanged)
      return count
    } finally {
      await handle.close()
      if (!isKept) await rm(temporary, { force: true })
    }
  })

const fetchFile = (client: Client, download: HistoryFileTask): TaskEither<LoadError, HistoryFileResult> =>
  task(async function* () {
    const { urls, file, folder, stem, present, signal } = download
    const fetchRange = (range?: ByteRange) => fetchFileRange(client, urls, file, range, signal)
    const prefix = `${stem}-${hash(file)}`
    // If a part of the file exists, its version must be checked before more of it is downloaded.
    const isPartial = present.some((name) => name.startsWith(prefix))
    const start = yield* unwrap(fetchRange({ start: 0, end: isPartial ? 1 : PART }))
    const first = start.total === undefined ? yield* unwrap(fetchRange()) : start
    const size = first.total ?? first.bytes.length
    const version = versionOf(first)
    const path = yield* unwrap(safePath(folder, `${prefix}-${hash(`${version}:${size}`)}.runhistory.parquet`))
    const resumable = version !== undefined
    const existing = resumable ? await wholeFileRows(path, size) : undefined
    if (existing !== undefined) {
      download.onBytes(size, size)
      return { path, size, rows: existing, kept: true }
    }
    const temporary = resumable ? `${path}.part` : temporaryPath(path)
    // Partial files of outdated versions can never be completed.
    const partials = present.filter((name) => name.startsWith(prefix) && name.endsWith('.part'))
    for (const partial of partials.map((name) => join(folder, name)))
      if (partial !== temporary) await rm(partial, { force: true })
    const rows = yield* unwrap(fetchVersion(client, download, { first, size, path, temporary, resumable }))
    return { path, size, rows, kept: false }
  })

/**
 * Downloads a history file. It gets its own name once it is complete and readable; until then, and after a failure, it has a
 * temporary name in the same folder, from which the next attempt resumes. The name identifies the version of the file.
 */
export const fetchHistoryFile = async (
  client: Client,
  download: HistoryFileTask,
): Promise<E.Either<LoadError, HistoryFileResult>> => {
  try {
    for (let restarts = 0; ; restarts += 1) {
      const fetched = await fetchFile(client, download)()
      if (E.isRight(fetched) || fetched.left !== fileChanged || restarts >= MAX_RESTARTS) return fetched
    }
  } catch (error) {
    if (callbackError(error) !== undefined) throw error
    return E.left(diskFailed(download.folder, error))
  }
}
