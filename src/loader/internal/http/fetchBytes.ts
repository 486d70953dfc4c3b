import * as E from 'fp-ts/lib/Either.js'
import type { Client, HttpReply } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { attempts, sent } from './attempts.ts'
import { type Failure, final, sendFailure } from './retry.ts'
import { storageFailure } from './storageFailure.ts'

/** A byte range of a file. */
export interface ByteRange {
  /** The first byte, from 0. */
  readonly start: number
  /** The end, exclusive; the end of the file by default. */
  readonly end?: number | undefined
}

export interface FetchBytesOptions {
  /** The range to fetch; the whole file by default. */
  readonly range?: ByteRange | undefined
  /** Extra headers. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Omits the API key even for the server's own origin: signed URLs are rejected with it. */
  readonly anonymous?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** The fetched bytes of a file. */
export interface FetchedBytes {
  readonly bytes: Uint8Array
  /** The position of `bytes` in the file: 0 if the server sent the whole file instead of a range. */
  readonly start: number
  /** The size of the whole file; `undefined` if the server does not report it. */
  readonly total: number | undefined
  /** The response headers, keyed by lowercase name. */
  readonly headers: Readonly<Record<string, string>>
}

const MAX_REDIRECTS = 5

/** The connection may have ended early, which is worth another try or two. */
const MALFORMED_RETRIES = 2

const malformed = (detail: string): E.Either<Failure, never> =>
  E.left({ error: loadError({ _tag: 'ResponseMalformed', detail }), retries: MALFORMED_RETRIES })

const rangeHeader = ({ start, end }: ByteRange): string => `bytes=${start}-${end === undefined ? '' : end - 1}`

interface ContentRange {
  readonly start: number
  readonly end: number
  readonly total: number | undefined
}

const contentRange = (header: string | undefined): ContentRange | undefined => {
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(header?.trim() ?? '') ?? []
  if (first === undefined) return undefined
  return { start: Number(first), end: Number(last) + 1, total: total === '*' ? undefined : Number(total) }
}

/** Checks a partial response against the requested range: a truncated body must never pass for a whole one. */
const partOf = (reply: HttpReply, asked: ByteRange): E.Either<Failure, FetchedBytes> => {
  const { body: bytes, headers } = reply
  // A browser hides the header from other origins unless the storage service shows it.
  const reported = contentRange(headers['content-range']) ?? {
    start: asked.start,
    end: asked.start + bytes.length,
    total: undefined,
  }
  if (reported.start !== asked.start) return malformed('a different byte range than requested')
  if (reported.end - reported.start !== bytes.length) return malformed('a truncated byte range')
  const { start, end, total } = reported
  if (asked.end !== undefined && end > asked.end) return malformed('a longer byte range than requested')
  if (total !== undefined && end < Math.min(asked.end ?? total, total))
    return malformed('a shorter byte range than requested')
  return E.right({ bytes, start, total, headers })
}

const bytesOf = (reply: HttpReply, asked: ByteRange | undefined): E.Either<Failure, FetchedBytes> => {
  const { status, body: bytes, headers } = reply
  if (status === 206 && asked !== undefined) return partOf(reply, asked)
  if (status !== 200) return malformed(`HTTP status ${status} for a file`)
  return E.right({ bytes, start: 0, total: bytes.length, headers })
}

/** The target of a redirect, unless it leads from an encrypted connection to an unencrypted one. */
const redirected = (reply: HttpReply, from: string): string | undefined => {
  const location = reply.headers['location']
  if (![301, 302, 303, 307, 308].includes(reply.status) || location === undefined) return undefined
  try {
    const to = new URL(location, from)
    const isDowngrade = from.startsWith('https:') && to.protocol !== 'https:'
    return isDowngrade || !/^https?:$/.test(to.protocol) ? undefined : to.href
  } catch {
    return undefined
  }
}

const absolute = (client: Client, url: string): string | undefined => {
  try {
    return new URL(url, `${client.baseUrl}/`).href
  } catch {
    return undefined
  }
}

/**
 * Fetches a file, or a byte range of it, with retries. Redirects are followed, and the API key never leaves the server's
 * own origin. An error never contains the URL, which may be signed.
 *
 * A server without support for ranges sends the whole file: check `start`. A rejected request is an `HttpFailed` with its
 * status, by which a caller recognizes an expired URL.
 *
 * @param url - The URL; without an origin, it is relative to the client's server.
 */
export const fetchBytes = async (
  client: Client,
  url: string,
  { range, headers = {}, anonymous = false, signal }: FetchBytesOptions = {},
): Promise<E.Either<LoadError, FetchedBytes>> => {
  const first = absolute(client, url)
  if (first === undefined) return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'an invalid file URL' }))
  const isOwn = (at: string): boolean => !anonymous && at.startsWith(`${client.baseUrl}/`)

  const attempt = async (timeoutMs: number): Promise<E.Either<Failure, FetchedBytes>> => {
    let at = first
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const reply = await sent(client, {
        method: 'GET',
        url: at,
        headers: { ...headers, ...(range === undefined ? {} : { Range: rangeHeader(range) }) },
        anonymous,
        signal,
        timeoutMs,
      })
      if (E.isLeft(reply)) return E.left(sendFailure(reply.left))
      if (isOwn(at)) client.rateLimit.update(reply.right)
      const next = redirected(reply.right, at)
      if (next === undefined) {
        const { status } = reply.right
        return status >= 200 && status < 300
          ? bytesOf(reply.right, range)
          : E.left(storageFailure(reply.right, { now: client.now(), redact: client.redact }))
      }
      at = next
    }
    return E.left(final(loadError({ _tag: 'HttpFailed', status: 310, detail: 'too many redirects' })))
  }
  return attempts(client, attempt, { signal, paced: isOwn(first) })
}
