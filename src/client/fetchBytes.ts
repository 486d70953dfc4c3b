import * as E from 'fp-ts/lib/Either.js'
import type { RunFile } from '../types/file/RunFile.ts'
import type { Client, HttpReply } from './Client.ts'
import { type LoadError, loadError } from './LoadError.ts'
import { retryAfterMs } from './rateLimit.ts'
import {
  type AttemptFailure,
  finalFailure,
  retryableFailure,
  sendFailure,
  sendSafely,
  withRetries,
} from './withRetries.ts'

const MAX_BYTES = 8192

/** The error message of a storage service: XML with a code and a message, JSON, or a line of text. */
const detailOf = (body: Uint8Array): string => {
  const text = new TextDecoder().decode(body.subarray(0, MAX_BYTES))
  const inXml = (tag: string): string | undefined => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(text)?.[1]
  const xml = [inXml('Code'), inXml('Message')].filter((part) => part !== undefined)
  if (xml.length > 0) return xml.join(': ')
  const message = /"(?:message|error)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1]
  if (message !== undefined) return message
  return /[<{]/.test(text) ? '' : text
}

/** A URL in the message may be a signed one. */
const withoutUrls = (text: string): string => text.replace(/https?:\/\/\S+/g, '[url]')

/** Why a file could not be fetched. A rejection is final: callers retry with a new URL. */
const storageFailure = (
  reply: HttpReply,
  at: { readonly now: number; readonly redact: (text: string) => string },
): AttemptFailure => {
  const { status, headers } = reply
  const wait = retryAfterMs(headers['retry-after'], at.now)
  if (status === 429) {
    const retryAfterSeconds = wait === undefined ? undefined : wait / 1000
    return retryableFailure(loadError({ _tag: 'RateLimited', retryAfterSeconds }), wait)
  }
  const detail = withoutUrls(at.redact(detailOf(reply.body))).slice(0, 200)
  const failed = loadError({ _tag: 'HttpFailed', status, detail })
  return status === 408 || (status >= 500 && status !== 501) ? retryableFailure(failed, wait) : finalFailure(failed)
}

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
  /** Returns what is wrong with a response that cannot be the file, such as {@link webPageInstead}, to fetch it again. */
  readonly check?: ((fetched: FetchedBytes) => string | undefined) | undefined
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

const malformed = (detail: string): E.Either<AttemptFailure, never> =>
  E.left(retryableFailure(loadError({ _tag: 'ResponseMalformed', detail })))

/** How often in a row a server may send the same wrong part, which a lost connection does not explain. */
const SAME_PARTS = 3

/** The error detail of {@link webPageInstead}. */
export const WEB_PAGE = 'a web page instead of the file'

/** What is wrong with a web page or an XML error that a proxy or a storage service sends with status 200. */
export const webPageInstead = ({ bytes, start }: FetchedBytes): string | undefined =>
  start === 0 && /^[\s\ufeff]*</.test(new TextDecoder().decode(bytes.subarray(0, 64))) ? WEB_PAGE : undefined

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
const partOf = (reply: HttpReply, asked: ByteRange): E.Either<AttemptFailure, FetchedBytes> => {
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
  if ((asked.end !== undefined && end > asked.end) || (total !== undefined && end > total))
    return malformed('a longer byte range than requested')
  if (total !== undefined && end < Math.min(asked.end ?? total, total))
    return malformed('a shorter byte range than requested')
  return E.right({ bytes, start, total, headers })
}

const bytesOf = (reply: HttpReply, asked: ByteRange | undefined): E.Either<AttemptFailure, FetchedBytes> => {
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
 * status, by which a caller recognizes an expired URL. A response that `check` objects to is fetched again.
 *
 * @param url - The URL; without an origin, it is relative to the client's server.
 */
export const fetchBytes = async (
  client: Client,
  url: string,
  { range, headers = {}, anonymous = false, check, signal }: FetchBytesOptions = {},
): Promise<E.Either<LoadError, FetchedBytes>> => {
  const first = absolute(client, url)
  if (first === undefined) return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'an invalid file URL' }))
  const isOwn = (at: string): boolean => !anonymous && at.startsWith(`${client.baseUrl}/`)

  let wrong = { part: '', times: 0 }
  const read = (reply: HttpReply): E.Either<AttemptFailure, FetchedBytes> => {
    const fetched = E.chain((whole: FetchedBytes): E.Either<AttemptFailure, FetchedBytes> => {
      const detail = check?.(whole)
      return detail === undefined ? E.right(whole) : malformed(detail)
    })(bytesOf(reply, range))
    if (E.isRight(fetched)) return fetched
    const { error } = fetched.left
    const part = `${error.message} ${reply.body.length}`
    wrong = { part, times: part === wrong.part ? wrong.times + 1 : 1 }
    const isLasting = wrong.times >= SAME_PARTS && !error.message.includes(WEB_PAGE)
    return isLasting ? E.left(finalFailure(error)) : fetched
  }

  const attempt = async (timeoutMs: number): Promise<E.Either<AttemptFailure, FetchedBytes>> => {
    let at = first
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const reply = await sendSafely(client, {
        method: 'GET',
        url: at,
        headers: { ...headers, ...(range === undefined ? {} : { Range: rangeHeader(range) }) },
        anonymous,
        signal,
        timeoutMs,
      })
      if (E.isLeft(reply)) return E.left(sendFailure(reply.left, client.hasAnswered?.(at)))
      if (isOwn(at)) client.rateLimit.update(reply.right)
      const next = redirected(reply.right, at)
      if (next === undefined) {
        const { status } = reply.right
        return status >= 200 && status < 300
          ? read(reply.right)
          : E.left(storageFailure(reply.right, { now: client.now(), redact: client.redact }))
      }
      at = next
    }
    return E.left(finalFailure(loadError({ _tag: 'HttpFailed', status: 310, detail: 'too many redirects' })))
  }
  return withRetries(client, attempt, { signal, paced: isOwn(first) })
}

/** The URL that a file is fetched from. */
interface FileDownloadUrl {
  readonly url: string
  /** Whether to omit the API key: signed URLs are rejected with it. */
  readonly anonymous: boolean
}

/** The signed URL of a file, or else the server's; `undefined` if there is neither. */
export const fileDownloadUrl = ({ directUrl, url }: RunFile): FileDownloadUrl | undefined => {
  if (directUrl) return { url: directUrl, anonymous: true }
  return url ? { url, anonymous: false } : undefined
}

/** Whether a storage service rejected a URL as expired. */
export const isExpiredUrlError = (error: LoadError): boolean =>
  error._tag === 'HttpFailed' && [400, 401, 403, 404, 410].includes(error.status)
