import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../Client.ts'
import { fetchBytes } from '../../internal/http/fetchBytes.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { diskFailed } from './diskFailed.ts'
import { type Expected, isMd5, isSameFile } from './isSameFile.ts'
import { makeParent } from './makeParent.ts'
import { safePath } from './safePath.ts'

/** A file to fetch, and where it goes. */
export interface Download extends Expected {
  /** The folder that the file must not leave, absolute. */
  readonly folder: string
  /** The name within the folder, with slashes between folders. */
  readonly name: string
  readonly url: string
  /** Asks for another address, where the first has expired. */
  readonly renew?: (() => Promise<E.Either<LoadError, string>>) | undefined
  /** Leaves the API key out on the server's own origin, too. */
  readonly anonymous?: boolean | undefined
  readonly signal?: AbortSignal | undefined
  /** Told of every part that was written; less than nothing where what was written is given up. */
  readonly onBytes?: ((count: number) => void) | undefined
}

/** What became of a file. */
export interface Downloaded {
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Whether the very file was there already, so that nothing was requested. */
  readonly kept: boolean
}

/** Small enough to come within one time limit on a slow line. */
const PART = 8 * 2 ** 20

/** How often in a row an address may turn out to have expired. */
const RENEWALS = 2

const hasExpired = (error: LoadError): boolean =>
  error._tag === 'HttpFailed' && [400, 401, 403, 404, 410].includes(error.status)

const isEmptyRange = (error: LoadError): boolean => error._tag === 'HttpFailed' && error.status === 416

/** Fetches part by part, each handed on before the next is asked for; gives the size of the whole. */
const fetchParts = async (
  client: Client,
  { url: first, renew, anonymous, size, signal }: Download,
  write: (bytes: Uint8Array, start: number) => Promise<void>,
): Promise<E.Either<LoadError, number>> => {
  let url = first
  let ranged = size === undefined || size > PART
  let renewals = 0
  let tag: string | undefined
  for (let start = 0; ; ) {
    const range = ranged ? { start, end: start + PART } : undefined
    const part = await fetchBytes(client, url, { range, anonymous, signal })
    if (E.isLeft(part)) {
      if (ranged && isEmptyRange(part.left)) {
        if (start > 0) return E.right(start)
        // No part of an empty file can be asked for.
        ranged = false
        continue
      }
      if (renew === undefined || !hasExpired(part.left) || renewals >= RENEWALS) return part
      const other = await renew()
      if (E.isLeft(other)) return other
      renewals += 1
      url = other.right
      continue
    }
    const { bytes, start: at, total, headers } = part.right
    if (at > 0 && headers['etag'] !== tag)
      return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'a file that changed while it was read' }))
    tag = headers['etag']
    renewals = 0
    await write(bytes, at)
    start = at + bytes.length
    if (!ranged || bytes.length < PART || (total !== undefined && start >= total)) return E.right(start)
  }
}

const isMissed = (name: string, expected: Expected, size: number, md5: string): LoadError | undefined => {
  const miss = (wanted: string, actual: string): LoadError =>
    loadError({ _tag: 'DigestMismatch', name: name.slice(0, 200), expected: wanted, actual })
  if (expected.size !== undefined && size !== expected.size) return miss(`${expected.size} bytes`, `${size} bytes`)
  return isMd5(expected.md5) && md5 !== expected.md5 ? miss(expected.md5, md5) : undefined
}

/** Fetches into a file that is open; the digest is that of what was written. */
const fetchInto = async (client: Client, file: FileHandle, task: Download): Promise<E.Either<LoadError, number>> => {
  let hash = createHash('md5')
  let written = 0
  const size = await fetchParts(client, task, async (bytes, start) => {
    if (start === 0 && written > 0) {
      // The server sent the whole file instead of a later part.
      task.onBytes?.(-written)
      hash = createHash('md5')
      written = 0
      await file.truncate(0)
    }
    await file.write(bytes, 0, bytes.length, start)
    hash.update(bytes)
    written += bytes.length
    task.onBytes?.(bytes.length)
  })
  const missed = E.isLeft(size) ? size.left : isMissed(task.name, task, written, hash.digest('base64'))
  if (missed === undefined) return size
  if (written > 0) task.onBytes?.(-written)
  return E.left(missed)
}

/**
 * Fetches a file into a folder. It stands under its own name only when it is whole and has the digest that is expected;
 * until then it has another name beside it. The very file that is there already is kept, and nothing is requested.
 */
export const download = async (client: Client, task: Download): Promise<E.Either<LoadError, Downloaded>> => {
  const { folder, name, signal } = task
  const path = safePath(folder, name)
  if (E.isLeft(path)) return path
  const parent = await makeParent(folder, path.right)
  if (E.isLeft(parent)) return parent
  if (await isSameFile(path.right, task, signal))
    return E.right({ path: path.right, size: task.size ?? (await stat(path.right)).size, kept: true })
  const temporary = `${path.right}.${randomUUID()}.part`
  try {
    const file = await open(temporary, 'wx')
    let size: E.Either<LoadError, number>
    try {
      size = await fetchInto(client, file, task)
    } finally {
      await file.close()
    }
    if (E.isLeft(size)) return size
    await rename(temporary, path.right)
    return E.right({ path: path.right, size: size.right, kept: false })
  } catch (error) {
    return E.left(diskFailed(path.right, error))
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}
