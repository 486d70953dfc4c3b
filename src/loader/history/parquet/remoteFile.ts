import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../../client/Client.ts'
import { unreadableFile } from '../../../client/errors.ts'
import {
  type ByteRange,
  type FetchedBytes,
  fetchBytes,
  isExpiredUrlError,
  WEB_PAGE,
  webPageInstead,
} from '../../../client/fetchBytes.ts'
import { isSameVersion } from '../../../client/fileVersion.ts'
import type { LoadError } from '../../../client/LoadError.ts'
import { fail, task, unwrap } from '../../../client/task.ts'

/** The signed URLs of a history's files, which are renewed once they have expired. */
export interface SignedUrls {
  /** The files, identified by their URLs without the signature. */
  readonly files: ReadonlyArray<string>
  /** Returns the current URL of a file. */
  readonly of: (file: string) => string | undefined
  /** Requests new URLs, unless the stale one has already been replaced. */
  readonly renew: (stale: string) => Promise<E.Either<LoadError, unknown>>
}

const unsigned = (url: string): string => url.replace(/[?#].*$/s, '')

/** Tracks signed URLs. The server may return the same files in another order. */
export const trackSignedUrls = (
  urls: ReadonlyArray<string>,
  ask: TaskEither<LoadError, ReadonlyArray<string>>,
): SignedUrls => {
  const read = (list: ReadonlyArray<string>) => new Map(list.map((url) => [unsigned(url), url]))
  let current = read(urls)
  let asking: Promise<E.Either<LoadError, unknown>> | undefined
  const askOnce = async (): Promise<E.Either<LoadError, unknown>> => {
    const answer = await ask()
    asking = undefined
    if (E.isRight(answer)) current = read(answer.right)
    return answer
  }
  return {
    files: [...current.keys()],
    of: (file) => current.get(file),
    renew: (stale) => {
      if (asking === undefined && current.get(unsigned(stale)) !== stale) return Promise.resolve(E.right(undefined))
      asking ??= askOnce()
      return asking
    },
  }
}

/** The error for a file that has no URL any more. */
const historyFilesChanged: LoadError = unreadableFile('the history files changed during the download')

/** A file with random access. */
export interface ByteSource {
  readonly byteLength: number
  readonly read: (start: number, end: number) => Promise<E.Either<LoadError, Uint8Array>>
}

/** The length of the first request: it returns a small file whole, and the size of a large one. */
const FIRST_BYTES = 2 ** 18

/** The maximum length of one request, so that it stays within the time limit. */
const MAX_BYTES = 2 ** 23

const MAX_RENEWALS = 2

interface Segment {
  readonly start: number
  readonly bytes: Uint8Array
}

const endOf = ({ start, bytes }: Segment): number => start + bytes.length

const joined = (segments: ReadonlyArray<Segment>, start: number, end: number): Uint8Array => {
  const whole = new Uint8Array(end - start)
  for (const segment of segments) {
    const from = Math.max(start, segment.start)
    const to = Math.min(end, endOf(segment))
    if (from < to) whole.set(segment.bytes.subarray(from - segment.start, to - segment.start), from - start)
  }
  return whole
}

const MAGIC = /^PAR1$/

const isMagic = (bytes: Uint8Array): boolean => MAGIC.test(new TextDecoder().decode(bytes))

const NOT_WHOLE = 'not a Parquet file, or truncated'

/** What is wrong with a response that cannot be a Parquet file, because its end is missing. */
const parquetError = (fetched: FetchedBytes): string | undefined => {
  const page = webPageInstead(fetched)
  if (page !== undefined) return page
  const { bytes, start, total } = fetched
  const isWhole = start === 0 && total === bytes.length
  return isWhole && !(isMagic(bytes.subarray(0, 4)) && isMagic(bytes.subarray(-4))) ? NOT_WHOLE : undefined
}

/** The error of a file that came damaged, or as a web page, each time. */
const damaged = (error: LoadError): LoadError =>
  error._tag === 'ResponseMalformed' && (error.detail === NOT_WHOLE || error.detail === WEB_PAGE)
    ? unreadableFile(error.detail)
    : error

/**
 * Fetches a range of a file from its signed URL, which is renewed once it has expired. A web page in its place, or
 * a truncated file, is fetched again.
 */
export const fetchFileRange = (
  client: Client,
  urls: SignedUrls,
  file: string,
  range: ByteRange | undefined,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, FetchedBytes> =>
  task(async function* () {
    for (let renewals = 0; ; renewals += 1) {
      const url = urls.of(file)
      if (url === undefined) return yield* fail(historyFilesChanged)
      const part = await fetchBytes(client, url, { range, anonymous: true, check: parquetError, signal })
      if (E.isRight(part) || renewals >= MAX_RENEWALS || !isExpiredUrlError(part.left))
        return yield* unwrap(E.mapLeft(damaged)(part))
      yield* unwrap(urls.renew(url))
    }
  })

/** Opens a remote file with one request, which returns a small file whole. */
export const openRemoteFile = (
  client: Client,
  urls: SignedUrls,
  file: string,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, ByteSource> =>
  task(async function* () {
    const fetchRange = (range?: ByteRange) => fetchFileRange(client, urls, file, range, signal)
    const start = yield* unwrap(fetchRange({ start: 0, end: FIRST_BYTES }))
    const isShort = start.bytes.length < FIRST_BYTES
    // If the size is hidden, as it may be from a browser, only the whole file shows it.
    const first = start.total !== undefined || isShort ? start : yield* unwrap(fetchRange())
    const byteLength = first.total ?? first.bytes.length
    const version = { headers: first.headers, total: byteLength }
    const held: Array<Segment> = [first]

    const fetchUnchanged = (from: number, to: number): TaskEither<LoadError, Segment> =>
      task(async function* () {
        const more = yield* unwrap(fetchRange({ start: from, end: to }))
        return isSameVersion(version, more) ? more : yield* fail(unreadableFile('the file changed during the download'))
      })

    const read = (from: number, to: number): TaskEither<LoadError, Uint8Array> =>
      task(async function* () {
        const known = held.find((segment) => segment.start <= from && to <= endOf(segment))
        if (known !== undefined) return known.bytes.subarray(from - known.start, to - known.start)
        // Reuses the bytes at the start of the range that are already here.
        const overlap = held.find((segment) => segment.start <= from && from < endOf(segment))
        const segments: Array<Segment> = overlap === undefined ? [] : [overlap]
        for (let at = overlap === undefined ? from : endOf(overlap); at < to; ) {
          const piece = yield* unwrap(fetchUnchanged(at, Math.min(to, at + MAX_BYTES)))
          segments.push(piece)
          at = endOf(piece)
        }
        const [only] = segments
        return segments.length === 1 && only !== undefined
          ? only.bytes.subarray(from - only.start, to - only.start)
          : joined(segments, from, to)
      })
    return { byteLength, read: (from, to) => read(from, to)() }
  })
