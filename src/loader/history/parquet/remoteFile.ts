import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../../client/Client.ts'
import { type ByteRange, type FetchedBytes, fetchBytes } from '../../../client/fetchBytes.ts'
import { type LoadError, loadError } from '../../../client/LoadError.ts'
import { historyFilesChanged, isExpiredUrlError, type SignedUrls } from './exports.ts'

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

const unreadable = (detail: string): E.Either<LoadError, never> => E.left(loadError({ _tag: 'FileUnreadable', detail }))

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

/** Fetches a range of a file from its signed URL, which is renewed once it has expired. */
export const fetchFileRange = async (
  client: Client,
  addresses: SignedUrls,
  file: string,
  range: ByteRange | undefined,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, FetchedBytes>> => {
  for (let renewals = 0; ; renewals += 1) {
    const address = addresses.of(file)
    if (address === undefined) return E.left(historyFilesChanged)
    const part = await fetchBytes(client, address, { range, anonymous: true, signal })
    if (E.isRight(part) || renewals >= MAX_RENEWALS || !isExpiredUrlError(part.left)) return part
    const renewed = await addresses.renew(address)
    if (E.isLeft(renewed)) return renewed
  }
}

/** Opens a remote file with one request, which returns a small file whole. */
export const openRemoteFile = async (
  client: Client,
  addresses: SignedUrls,
  file: string,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ByteSource>> => {
  const part = (range?: ByteRange) => fetchFileRange(client, addresses, file, range, signal)
  const asked = await part({ start: 0, end: FIRST_BYTES })
  if (E.isLeft(asked)) return asked
  const isShort = asked.right.bytes.length < FIRST_BYTES
  // If the size is hidden, as it may be from a browser, only the whole file shows it.
  const first = asked.right.total !== undefined || isShort ? asked : await part()
  if (E.isLeft(first)) return first
  const byteLength = first.right.total ?? first.right.bytes.length
  const { etag } = first.right.headers
  const held: Array<Segment> = [first.right]

  const fetched = async (start: number, end: number): Promise<E.Either<LoadError, Segment>> => {
    const more = await part({ start, end })
    if (E.isLeft(more)) return more
    const { total, headers } = more.right
    return (total === undefined || total === byteLength) && headers['etag'] === etag
      ? more
      : unreadable('the file changed during the download')
  }

  const read = async (start: number, end: number): Promise<E.Either<LoadError, Uint8Array>> => {
    const known = held.find((segment) => segment.start <= start && end <= endOf(segment))
    if (known !== undefined) return E.right(known.bytes.subarray(start - known.start, end - known.start))
    // Reuses the bytes at the start of the range that are already here.
    const overlap = held.find((segment) => segment.start <= start && start < endOf(segment))
    const segments: Array<Segment> = overlap === undefined ? [] : [overlap]
    for (let at = overlap === undefined ? start : endOf(overlap); at < end; ) {
      const piece = await fetched(at, Math.min(end, at + MAX_BYTES))
      if (E.isLeft(piece)) return piece
      segments.push(piece.right)
      at = endOf(piece.right)
    }
    const [only] = segments
    return E.right(
      segments.length === 1 && only !== undefined
        ? only.bytes.subarray(start - only.start, end - only.start)
        : joined(segments, start, end),
    )
  }
  return E.right({ byteLength, read })
}
