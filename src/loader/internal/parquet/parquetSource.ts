import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { type ByteRange, type FetchedBytes, fetchBytes } from '../http/fetchBytes.ts'
import { type Addresses, gone, isExpired } from './parquetAddresses.ts'

/** A file of which any part can be read. */
export interface ByteSource {
  readonly byteLength: number
  readonly read: (start: number, end: number) => Promise<E.Either<LoadError, Uint8Array>>
}

/** The first request asks for so much: all of a small file, and of a large one its size. */
const HEAD = 2 ** 18

/** One request brings no more, so that it ends in time. */
const PIECE = 2 ** 23

const RENEWALS = 2

interface Segment {
  readonly start: number
  readonly bytes: Uint8Array
}

const malformed = (detail: string): E.Either<LoadError, never> => E.left(loadError({ _tag: 'FileUnreadable', detail }))

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

/** A part of a file from a signed address; from a new one where the address has expired. */
export const fetchPart = async (
  client: Client,
  addresses: Addresses,
  file: string,
  range: ByteRange | undefined,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, FetchedBytes>> => {
  for (let renewals = 0; ; renewals += 1) {
    const address = addresses.of(file)
    if (address === undefined) return E.left(gone)
    const part = await fetchBytes(client, address, { range, anonymous: true, signal })
    if (E.isRight(part) || renewals >= RENEWALS || !isExpired(part.left)) return part
    const renewed = await addresses.renew(address)
    if (E.isLeft(renewed)) return renewed
  }
}

/** Opens a remote file with one request, which brings all of a small file. */
export const openRemote = async (
  client: Client,
  addresses: Addresses,
  file: string,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ByteSource>> => {
  const part = (range?: ByteRange) => fetchPart(client, addresses, file, range, signal)
  const asked = await part({ start: 0, end: HEAD })
  if (E.isLeft(asked)) return asked
  const isShort = asked.right.bytes.length < HEAD
  // Where the size is hidden, as it may be from a browser, only the whole file tells it.
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
      : malformed('a file that changed while it was read')
  }

  const read = async (start: number, end: number): Promise<E.Either<LoadError, Uint8Array>> => {
    const known = held.find((segment) => segment.start <= start && end <= endOf(segment))
    if (known !== undefined) return E.right(known.bytes.subarray(start - known.start, end - known.start))
    // What is held of its beginning need not come again.
    const overlap = held.find((segment) => segment.start <= start && start < endOf(segment))
    const segments: Array<Segment> = overlap === undefined ? [] : [overlap]
    for (let at = overlap === undefined ? start : endOf(overlap); at < end; ) {
      const piece = await fetched(at, Math.min(end, at + PIECE))
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
