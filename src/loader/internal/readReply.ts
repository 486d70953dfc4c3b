import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../types/codec/isObject.ts'
import { parseJson } from '../../types/codec/parseJson.ts'
import type { HttpReply } from '../Client.ts'
import { type GraphqlError, loadError } from '../LoadError.ts'
import { retryAfterMs } from './pacer.ts'
import { type Failure, final, transient } from './retry.ts'

export type Data = Readonly<Record<string, unknown>>

/** Somebody's login page or a cut connection: worth another try or two, but not a long wait. */
const MALFORMED_RETRIES = 2

const text = (u: unknown): string | undefined => {
  const words = isObject(u) ? u['message'] : u
  return typeof words === 'string' ? words : undefined
}

const isStep = (u: unknown): u is string | number => typeof u === 'string' || typeof u === 'number'

const graphqlErrors = (body: unknown, redact: (words: string) => string): ReadonlyArray<GraphqlError> => {
  const errors = isObject(body) ? body['errors'] : undefined
  if (!Array.isArray(errors)) return []
  return errors.map((error: unknown) => {
    const path = isObject(error) ? error['path'] : undefined
    const message = redact(text(error) ?? 'no message').slice(0, 400)
    return Array.isArray(path) && path.every(isStep) ? { message, path } : { message }
  })
}

/** What the server says in any of the shapes in which it says it; nothing of a page of HTML. */
const detailOf = (body: unknown, redact: (words: string) => string): string => {
  const own = isObject(body) ? (text(body['error']) ?? text(body['message'])) : undefined
  const words =
    own ??
    graphqlErrors(body, redact)
      .map(({ message }) => message)
      .join('; ')
  return redact(words).slice(0, 200)
}

const redirectDetail = ({ headers }: HttpReply): string => {
  try {
    return `it redirects to ${new URL(headers['location'] ?? '').origin}, where the API key is not sent; give the right baseUrl`
  } catch {
    return 'it redirects elsewhere, where the API key is not sent; give the right baseUrl'
  }
}

const statusFailure = (
  reply: HttpReply,
  body: unknown,
  at: { readonly host: string; readonly now: number; readonly redact: (words: string) => string },
): Failure => {
  const { status, headers } = reply
  const wait = retryAfterMs(headers['retry-after'], at.now)
  if (status < 200 || (status >= 300 && status < 400))
    return final(loadError({ _tag: 'HttpFailed', status, detail: redirectDetail(reply) }))
  if (status === 401) return final(loadError({ _tag: 'Unauthorized', host: at.host }))
  if (status === 403) return final(loadError({ _tag: 'Forbidden', host: at.host }))
  if (status === 429) {
    const retryAfterSeconds = wait === undefined ? undefined : wait / 1000
    return transient(loadError({ _tag: 'RateLimited', retryAfterSeconds }), wait)
  }
  const failed = loadError({ _tag: 'HttpFailed', status, detail: detailOf(body, at.redact) })
  if (status === 408 || (status >= 500 && status !== 501)) return transient(failed, wait)
  const errors = graphqlErrors(body, at.redact)
  return final(errors.length > 0 ? loadError({ _tag: 'GraphqlRefused', errors, partial: undefined }) : failed)
}

/** The data of a GraphQL answer, or why there is none. Data beside errors is kept in the error, and not taken for whole. */
export const readReply = (
  reply: HttpReply,
  at: { readonly host: string; readonly now: number; readonly redact: (words: string) => string },
): E.Either<Failure, Data> => {
  const parsed = parseJson(new TextDecoder().decode(reply.body))
  const body = E.isRight(parsed) ? parsed.right : undefined
  if (reply.status < 200 || reply.status > 299) return E.left(statusFailure(reply, body, at))
  if (!isObject(body)) {
    const detail = E.isRight(parsed) ? 'JSON that is no object' : 'no JSON'
    return E.left({ error: loadError({ _tag: 'ResponseMalformed', detail }), retries: MALFORMED_RETRIES })
  }
  const errors = graphqlErrors(body, at.redact)
  if (errors.length > 0)
    return E.left(final(loadError({ _tag: 'GraphqlRefused', errors, partial: body['data'] ?? undefined })))
  return isObject(body['data'])
    ? E.right(body['data'])
    : E.left({ error: loadError({ _tag: 'ResponseMalformed', detail: 'no data' }), retries: MALFORMED_RETRIES })
}
