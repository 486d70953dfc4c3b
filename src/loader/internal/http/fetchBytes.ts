import * as E from 'fp-ts/lib/Either.js'
import type { Client, HttpReply } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { attempts, sent } from './attempts.ts'
import { type Failure, final, sendFailure } from './retry.ts'
import { storageFailure } from './storageFailure.ts'

/** A part of a file. */
export interface ByteRange {
  /** The first byte, from 0. */
  readonly start: number
  /** The byte behind the last; the end of the file where it is not given. */
  readonly end?: number | undefined
}

export interface FetchBytesOptions {
  /** The part to fetch; the whole file where it is not given. */
  readonly range?: ByteRange | undefined
  /** More headers. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Leaves the API key out on the server's own origin, too: a signed address is refused with it. */
  readonly anonymous?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** What came of a file. */
export interface FetchedBytes {
  readonly bytes: Uint8Array
  /** Where in the file `bytes` begin: 0 where the server sent the whole file instead of a range. */
  readonly start: number
  /** The size of the whole file; `undefined` where the server does not tell. */
  readonly total: number | undefined
  /** The headers of the answer by their names in small letters. */
  readonly headers: Readonly<Record<string, string>>
}

const REDIRECTS = 5

/** A connection that ended early: worth another try or two. */
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

/** A part, checked against what was asked: a cut body must never pass for a whole one. */
const partOf = (reply: HttpReply, asked: ByteRange): E.Either<Failure, FetchedBytes> => {
  const { body: bytes, headers } = reply
  // A browser hides the header from other origins unless the storage service shows it.
  const told = contentRange(headers['content-range']) ?? {
    start: asked.start,
    end: asked.start + bytes.length,
    total: undefined,
  }
  if (told.start !== asked.start) return malformed('another part of the file than was asked for')
  if (told.end - told.start !== bytes.length) return malformed('a part of the file that is cut short')
  const { start, end, total } = told
  if (asked.end !== undefined && end > asked.end) return malformed('more of the file than was asked for')
  if (total !== undefined && end < Math.min(asked.end ?? total, total)) return malformed('a part that is too short')
  return E.right({ bytes, start, total, headers })
}

const bytesOf = (reply: HttpReply, asked: ByteRange | undefined): E.Either<Failure, FetchedBytes> => {
  const { status, body: bytes, headers } = reply
  if (status === 206 && asked !== undefined) return partOf(reply, asked)
  if (status !== 200) return malformed(`a file with HTTP status ${status}`)
  return E.right({ bytes, start: 0, total: bytes.length, headers })
}

/** Where a redirect leads; not from an encrypted connection to one that is none. */
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
 * Fetches a file, or a part of it, until it is whole or until trying again makes no sense. A redirect is followed, and
 * the API key does not leave the server's own origin. An error never holds the address, which may be signed.
 *
 * A server that knows no ranges sends the whole file: look at `start`. A refusal is an `HttpFailed` with its status, so
 * that a caller can tell an address that has expired.
 *
 * @param url - The address; one without an origin is one of the client's server.
 */
export const fetchBytes = async (
  client: Client,
  url: string,
  { range, headers = {}, anonymous = false, signal }: FetchBytesOptions = {},
): Promise<E.Either<LoadError, FetchedBytes>> => {
  const first = absolute(client, url)
  if (first === undefined)
    return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'an address of a file that is no URL' }))
  const isOwn = (at: string): boolean => !anonymous && at.startsWith(`${client.baseUrl}/`)

  const attempt = async (timeoutMs: number): Promise<E.Either<Failure, FetchedBytes>> => {
    let at = first
    for (let hops = 0; hops <= REDIRECTS; hops += 1) {
      const reply = await sent(client, {
        method: 'GET',
        url: at,
        headers: { ...headers, ...(range === undefined ? {} : { Range: rangeHeader(range) }) },
        anonymous,
        signal,
        timeoutMs,
      })
      if (E.isLeft(reply)) return E.left(sendFailure(reply.left))
      if (isOwn(at)) client.observe(reply.right)
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
