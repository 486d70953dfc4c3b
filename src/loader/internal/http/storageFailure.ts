import type { HttpReply } from '../../Client.ts'
import { loadError } from '../../LoadError.ts'
import { retryAfterMs } from './pacer.ts'
import { type Failure, final, transient } from './retry.ts'

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
export const storageFailure = (
  reply: HttpReply,
  at: { readonly now: number; readonly redact: (text: string) => string },
): Failure => {
  const { status, headers } = reply
  const wait = retryAfterMs(headers['retry-after'], at.now)
  if (status === 429) {
    const retryAfterSeconds = wait === undefined ? undefined : wait / 1000
    return transient(loadError({ _tag: 'RateLimited', retryAfterSeconds }), wait)
  }
  const detail = withoutUrls(at.redact(detailOf(reply.body))).slice(0, 200)
  const failed = loadError({ _tag: 'HttpFailed', status, detail })
  return status === 408 || (status >= 500 && status !== 501) ? transient(failed, wait) : final(failed)
}
