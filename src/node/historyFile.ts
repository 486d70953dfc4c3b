import { createHash } from 'node:crypto'
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../client/Client.ts'
import type { FetchedBytes } from '../client/fetchBytes.ts'
import { type LoadError, loadError } from '../client/LoadError.ts'
import type { SignedUrls } from '../loader/history/parquet/exports.ts'
import { readParquetMetadata } from '../loader/history/parquet/metadata.ts'
import { type ByteSource, fetchFileRange } from '../loader/history/parquet/remoteFile.ts'
import { diskFailed, safePath } from './safePath.ts'

/** A history file to download, and the target folder. */
interface HistoryFileTask {
  readonly addresses: SignedUrls
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

const unreadable = (detail: string): E.Either<LoadError, never> => E.left(loadError({ _tag: 'FileUnreadable', detail }))

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
    return bytesRead === bytes.length ? E.right(bytes) : unreadable('the file is truncated')
  },
})

/** The number of rows of a complete file. */
const rowsIn = async (path: string, size: number): Promise<E.Either<LoadError, number>> => {
  const handle = await open(path, 'r')
  try {
    const metadata = await readParquetMetadata(sourceOf(handle, size))
    return E.isLeft(metadata) ? metadata : E.right(Number(metadata.right.num_rows))
  } finally {
    await handle.close()
  }
}

/** Downloads the rest of a file, part by part. */
const writeRest = async (
  client: Client,
  { addresses, file, signal, onBytes }: HistoryFileTask,
  path: string,
  first: FetchedBytes,
  total: number,
): Promise<E.Either<LoadError, void>> => {
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
      const part = await fetchFileRange(client, addresses, file, range, signal)
      if (E.isLeft(part)) return part
      if (versionOf(part.right) !== version || (part.right.total ?? total) !== total)
        return unreadable('the file changed during the download')
      await write(part.right)
    }
    await handle.sync()
    return E.right(undefined)
  } finally {
    await handle.close()
  }
}

const fetchFile = async (client: Client, task: HistoryFileTask): Promise<E.Either<LoadError, HistoryFileResult>> => {
  const { addresses, file, folder, stem, present, signal } = task
  const prefix = `${stem}-${hash(file)}`
  // If a part of the file exists, its version must be checked before more of it is downloaded.
  const isPartial = present.some((name) => name.startsWith(prefix))
  const asked = await fetchFileRange(client, addresses, file, { start: 0, end: isPartial ? 1 : PART }, signal)
  if (E.isLeft(asked)) return asked
  const first =
    asked.right.total === undefined ? await fetchFileRange(client, addresses, file, undefined, signal) : asked
  if (E.isLeft(first)) return first
  const total = first.right.total ?? first.right.bytes.length
  const version = versionOf(first.right)
  const path = safePath(folder, `${prefix}-${hash(`${version}:${total}`)}.runhistory.parquet`)
  if (E.isLeft(path)) return path
  if (version !== undefined && (await sizeOf(path.right)) === total) {
    const rows = await rowsIn(path.right, total)
    if (E.isRight(rows)) {
      task.onBytes(total, total)
      return E.right({ path: path.right, size: total, rows: rows.right, kept: true })
    }
  }
  const temporary = `${path.right}.part`
  // Partial files of outdated versions can never be completed.
  const partials = present.filter((name) => name.startsWith(prefix) && name.endsWith('.part'))
  for (const partial of partials.map((name) => join(folder, name)))
    if (partial !== temporary) await rm(partial, { force: true })
  const written = await writeRest(client, task, temporary, first.right, total)
  if (E.isLeft(written)) {
    if (version === undefined || written.left._tag === 'FileUnreadable') await rm(temporary, { force: true })
    return written
  }
  const rows = await rowsIn(temporary, total)
  if (E.isLeft(rows)) {
    await rm(temporary, { force: true })
    return rows
  }
  await rename(temporary, path.right)
  return E.right({ path: path.right, size: total, rows: rows.right, kept: false })
}

/**
 * Downloads a history file. It gets its own name once it is complete and readable; until then, and after a failure, it has a
 * temporary name in the same folder, from which the next attempt resumes. The name identifies the version of the file.
 */
export const fetchHistoryFile = async (
  client: Client,
  task: HistoryFileTask,
): Promise<E.Either<LoadError, HistoryFileResult>> => {
  try {
    return await fetchFile(client, task)
  } catch (error) {
    return E.left(diskFailed(task.folder, error))
  }
}
