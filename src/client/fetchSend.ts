import * as E from 'fp-ts/lib/Either.js'
import { linkedController, raceAbort, startTimer } from './abort.ts'
import type { HttpReply, HttpRequest } from './Client.ts'
import { type LoadError, loadError } from './LoadError.ts'
import { corsAdvice } from './networkFailure.ts'
import { readBody } from './readBody.ts'

type Fetch = typeof globalThis.fetch

const platformFetch = async (): Promise<Fetch> =>
  typeof globalThis.fetch === 'function' ? globalThis.fetch : (await import('cross-fetch')).fetch

const field = (u: unknown, key: string): unknown =>
  typeof u === 'object' && u !== null ? (u as Readonly<Record<string, unknown>>)[key] : undefined

/** The underlying failure, which platforms hide in the cause. */
const detailOf = (error: unknown): string => {
  const cause = field(error, 'cause')
  const code = field(cause, 'code') ?? field(error, 'code')
  const message = field(cause, 'message') ?? field(error, 'message')
  const parts = [code, message].filter((part): part is string => typeof part === 'string' && part !== '')
  return [...new Set(parts)].join(': ') || 'no details available'
}

const headersOf = (headers: Headers): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {}
  headers.forEach((value, name) => {
    found[name.toLowerCase()] = value
  })
  return found
}

/** The default of the largest body: many times a page of runs. Parsed, the worst JSON takes twenty times as much memory. */
export const MAX_BODY_BYTES: number = 2 ** 26

const tooLarge = (maxBodyBytes: number): LoadError =>
  loadError({ _tag: 'ResponseMalformed', detail: `larger than ${maxBodyBytes} bytes`, maxBodyBytes })

/**
 * Sends one HTTP request with `fetch`. The time limit includes reading the whole body. Redirects are not followed, because
 * some platforms forward credentials along them. A body larger than `maxBodyBytes` is not read to its end.
 */
export const fetchSend =
  (
    given: Fetch | undefined,
    timeoutMs: number,
    redact: (text: string) => string,
    maxBodyBytes: number = MAX_BODY_BYTES,
  ) =>
  async (request: HttpRequest): Promise<E.Either<LoadError, HttpReply>> => {
    if (request.signal?.aborted) return E.left(loadError({ _tag: 'Aborted' }))
    const { controller, release } = linkedController(request.signal)
    const milliseconds = Math.min(timeoutMs, request.timeoutMs ?? timeoutMs)
    let late = false
    const timer = startTimer(() => {
      late = true
      controller.abort()
    }, milliseconds)
    const exchange = async (): Promise<HttpReply | undefined> => {
      const fetch = given ?? (await platformFetch())
      const { method, url, headers, body } = request
      const response = await fetch(url, {
        // The limit of cross-fetch, whose bodies cannot be read in chunks.
        ...{ size: maxBodyBytes },
        method,
        headers: { ...headers },
        ...(body === undefined ? {} : { body }),
        redirect: 'manual',
        signal: controller.signal,
      })
      if (typeof response?.status !== 'number' || typeof response.headers?.forEach !== 'function')
        throw new TypeError('fetch returned no response')
      const bytes = await readBody(response, maxBodyBytes)
      return bytes && { status: response.status, headers: headersOf(response.headers), body: bytes }
    }
    try {
      const reply = await raceAbort(exchange(), controller.signal)
      return reply === undefined ? E.left(tooLarge(maxBodyBytes)) : E.right(reply)
    } catch (error) {
      if (field(error, 'type') === 'max-size') return E.left(tooLarge(maxBodyBytes))
      if (late) return E.left(loadError({ _tag: 'TimedOut', seconds: milliseconds / 1000 }))
      if (request.signal?.aborted) return E.left(loadError({ _tag: 'Aborted' }))
      const detail = redact(detailOf(error)).slice(0, 200)
      const advice = corsAdvice(detail, request.url)
      return E.left(loadError({ _tag: 'NetworkFailed', detail, ...(advice === undefined ? {} : { advice }) }))
    } finally {
      clearTimeout(timer)
      release()
    }
  }
