import { createHash } from 'node:crypto'
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../client/Client.ts'
import { unreadableFile } from '../client/errors.ts'
import type { ByteRange, FetchedBytes } from '../client/fetchBytes.ts'
import type { LoadError } from '../client/LoadError.ts'
import { fail, task, unwrap } from '../client/task.ts'
import { readParquetMetadata } from '../loader/history/parquet/metadata.ts'
import { type ByteSource, fetchFileRange, type SignedUrls } from '../loader/history/parquet/remoteFile.ts'
import { diskFailed, safePath } from './safePath.ts'

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

/** Identifies the version of a file; `undefined` if the storage service does not report it. */
const versionOf = ({ headers }: FetchedBytes): string | undefined => headers['etag'] ?? headers['last-modified']

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
const rowsIn = (path: string, size: number): TaskEither<LoadError, number> =>
  task(async function* () {
    const handle = await open(path, 'r')
    try {
      return Number((yield* unwrap(readParquetMetadata(sourceOf(handle, size)))).num_rows)
    } finally {
      await handle.close()
    }
  })

/** Downloads the rest of a file, part by part. */
const writeRest = (
  client: Client,
  { urls, file, signal, onBytes }: HistoryFileTask,
  path: string,
  first: FetchedBytes,
  total: number,
): TaskEither<LoadError, void> =>
  task(async function* () {
    const version = versionOf(first)
    const before = version === undefined ? undefined : await sizeOf(path)
    const resumable = before !== undefined && before <= total
    if (!resumable) await rm(path, { force: true })
    const handle = await open(path, resumable ? 'r+' : 'wx')
    try {
      let at = resumable ? before : 0
      const write = async (part: FetchedBytes): Promise<void> => {
        await handle.write(part.bytes, at - part.start, part.start + part.bytes.length - at, at)
        at = part.start + part.bytes.length
        onBytes(at, total)
      }
      onBytes(at, total)
      if (first.start <= at && at < first.start + first.bytes.length) await write(first)
      while (at < total) {
        const range = { start: at, end: Math.min(total, at + PART) }
        const part = yield* unwrap(fetchFileRange(client, urls, file, range, signal))
        if (versionOf(part) !== version || (part.total ?? total) !== total)
          return yield* fail(unreadableFile('the file changed during the download'))
        await write(part)
      }
      await handle.sync()
    } finally {
      await handle.close()
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
    const total = first.total ?? first.bytes.length
    const version = versionOf(first)
    const path = yield* unwrap(safePath(folder, `${prefix}-${hash(`${version}:${total}`)}.runhistory.parquet`))
    if (version !== undefined && (await sizeOf(path)) === total) {
      const rows = await rowsIn(path, total)()
      if (E.isRight(rows)) {
        download.onBytes(total, total)
        return { path, size: total, rows: rows.right, kept: true }
      }
    }
    const temporary = `${path}.part`
    // Partial files of outdated versions can never be completed.
    const partials = present.filter((name) => name.startsWith(prefix) && name.endsWith('.part'))
    for (const partial of partials.map((name) => join(folder, name)))
      if (partial !== temporary) await rm(partial, { force: true })
    const written = await writeRest(client, download, temporary, first, total)()
    const rows = E.isLeft(written) ? written : await rowsIn(temporary, total)()
    if (E.isLeft(rows) && (E.isRight(written) || version === undefined || rows.left._tag === 'FileUnreadable'))
      await rm(temporary, { force: true })
    const result = { path, size: total, rows: yield* unwrap(rows), kept: false }
    await rename(temporary, path)
    return result
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
    return await fetchFile(client, download)()
  } catch (error) {
    return E.left(diskFailed(download.folder, error))
  }
}
