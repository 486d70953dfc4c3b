import { createHash } from 'node:crypto'
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../Client.ts'
import type { FetchedBytes } from '../../internal/http/fetchBytes.ts'
import type { Addresses } from '../../internal/parquet/parquetAddresses.ts'
import { readMetadata } from '../../internal/parquet/parquetMetadata.ts'
import { type ByteSource, fetchPart } from '../../internal/parquet/parquetSource.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { diskFailed } from './diskFailed.ts'
import { safePath } from './safePath.ts'

/** One of a history's files, and where it goes. */
export interface HistoryFileTask {
  readonly addresses: Addresses
  readonly file: string
  /** The folder, absolute. */
  readonly folder: string
  /** What its name begins with. */
  readonly stem: string
  /** The names that are in the folder. */
  readonly present: ReadonlyArray<string>
  readonly signal: AbortSignal
  /** Told the size of the file once, and then how many bytes of it are there. */
  readonly onBytes: (loaded: number, total: number) => void
}

/** What became of one of a history's files. */
export interface HistoryFileFacts {
  readonly path: string
  readonly size: number
  readonly rows: number
  readonly kept: boolean
}

/** Small enough to come within one time limit on a slow line. */
const PART = 2 ** 23

const unreadable = (detail: string): E.Either<LoadError, never> => E.left(loadError({ _tag: 'FileUnreadable', detail }))

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** What tells one version of a file from the next; `undefined` where the storage service does not. */
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
    return bytesRead === bytes.length ? E.right(bytes) : unreadable('it is cut short')
  },
})

/** The number of rows of a file that is whole. */
const rowsIn = async (path: string, size: number): Promise<E.Either<LoadError, number>> => {
  const handle = await open(path, 'r')
  try {
    const metadata = await readMetadata(sourceOf(handle, size))
    return E.isLeft(metadata) ? metadata : E.right(Number(metadata.right.num_rows))
  } finally {
    await handle.close()
  }
}

/** Writes what is not there yet, part by part. */
const complete = async (
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
      const part = await fetchPart(client, addresses, file, range, signal)
      if (E.isLeft(part)) return part
      if (versionOf(part.right) !== version || (part.right.total ?? total) !== total)
        return unreadable('it changed while it was read')
      await write(part.right)
    }
    await handle.sync()
    return E.right(undefined)
  } finally {
    await handle.close()
  }
}

const fetchFile = async (client: Client, task: HistoryFileTask): Promise<E.Either<LoadError, HistoryFileFacts>> => {
  const { addresses, file, folder, stem, present, signal } = task
  const beginning = `${stem}-${hash(file)}`
  // Where some of it is there, which version that is must be known before any more of it comes.
  const some = present.some((name) => name.startsWith(beginning))
  const asked = await fetchPart(client, addresses, file, { start: 0, end: some ? 1 : PART }, signal)
  if (E.isLeft(asked)) return asked
  const first = asked.right.total === undefined ? await fetchPart(client, addresses, file, undefined, signal) : asked
  if (E.isLeft(first)) return first
  const total = first.right.total ?? first.right.bytes.length
  const version = versionOf(first.right)
  const path = safePath(folder, `${beginning}-${hash(`${version}:${total}`)}.runhistory.parquet`)
  if (E.isLeft(path)) return path
  if (version !== undefined && (await sizeOf(path.right)) === total) {
    const rows = await rowsIn(path.right, total)
    if (E.isRight(rows)) {
      task.onBytes(total, total)
      return E.right({ path: path.right, size: total, rows: rows.right, kept: true })
    }
  }
  const temporary = `${path.right}.part`
  // Nobody goes on with half of a version that is no more.
  const halves = present.filter((name) => name.startsWith(beginning) && name.endsWith('.part'))
  for (const half of halves.map((name) => join(folder, name))) if (half !== temporary) await rm(half, { force: true })
  const written = await complete(client, task, temporary, first.right, total)
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
 * Fetches one of a history's files. It stands under its own name only when it is whole and can be read; until then, and
 * after a failure, what there is of it has another name beside it, from which the next attempt goes on. The name tells
 * one version of the file from the next.
 */
export const historyFile = async (
  client: Client,
  task: HistoryFileTask,
): Promise<E.Either<LoadError, HistoryFileFacts>> => {
  try {
    return await fetchFile(client, task)
  } catch (error) {
    return E.left(diskFailed(task.folder, error))
  }
}
