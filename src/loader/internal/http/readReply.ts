import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import { parseJson } from '../../../types/codec/parseJson.ts'
import type { HttpReply } from '../../Client.ts'
import { loadError } from '../../LoadError.ts'
import type { GraphqlError } from '../../LoadErrorReason.ts'
import { redactedJson } from './credentials.ts'
import { retryAfterMs } from './pacer.ts'
import { type Failure, final, transient } from './retry.ts'

type Redact = (words: string) => string

/** What it takes to put a failure into words. */
export interface ReplyContext {
  readonly host: string
  readonly now: number
  readonly redact: Redact
}

export type Data = Readonly<Record<string, unknown>>

/** Somebody's login page or a cut connection: worth another try or two, but not a long wait. */
const MALFORMED_RETRIES = 2

/** A proxy's page, also where it comes wrapped in JSON: nobody reads one in a message. */
const withoutHtml = (words: string): string => (/<(!doctype|html|head|body)\b/i.test(words) ? 'a page of HTML' : words)

const text = (u: unknown): string | undefined => {
  const words = isObject(u) ? u['message'] : u
  return typeof words === 'string' ? withoutHtml(words) : undefined
}

const isStep = (u: unknown): u is string | number => typeof u === 'string' || typeof u === 'number'

/** What the server says in any of the shapes in which it says it: `errors` as a list, `error` or `errors` alone. */
const errorsIn = (body: unknown): ReadonlyArray<unknown> => {
  if (!isObject(body)) return []
  const { errors, error } = body
  if (Array.isArray(errors)) return errors
  return [errors, error].filter((one) => text(one))
}

const graphqlErrors = (body: unknown, redact: Redact): ReadonlyArray<GraphqlError> =>
  errorsIn(body).map((error) => {
    const path = isObject(error) ? error['path'] : undefined
    const message = redact(text(error) ?? 'no message').slice(0, 400)
    return Array.isArray(path) && path.every(isStep)
      ? { message, path: path.map((step) => (typeof step === 'string' ? redact(step) : step)) }
      : { message }
  })

const detailOf = (body: unknown, redact: Redact): string => {
  const all = graphqlErrors(body, redact).map(({ message }) => message)
  const alone = isObject(body) && all.length === 0 ? (text(body['message']) ?? '') : ''
  return redact(all.join('; ') || alone).slice(0, 200)
}

/** The data beside errors, which may echo the request. */
const partialOf = (data: unknown, redact: Redact): unknown => {
  try {
    return redactedJson(data ?? undefined, redact)
  } catch {
    // Nested more deeply than the stack reaches.
    return undefined
  }
}

const redirectDetail = ({ headers }: HttpReply, redact: Redact): string => {
  try {
    return `it redirects to ${new URL(redact(headers['location'] ?? '')).origin}, where the API key is not sent`
  } catch {
    return 'it redirects elsewhere, where the API key is not sent'
  }
}

const statusFailure = (reply: HttpReply, body: unknown, at: ReplyContext): Failure => {
  const { status, headers } = reply
  const wait = retryAfterMs(headers['retry-after'], at.now)
  if (status < 200 || (status >= 300 && status < 400))
    return final(loadError({ _tag: 'HttpFailed', status, detail: redirectDetail(reply, at.redact) }))
  const detail = detailOf(body, at.redact)
  if (status === 401) return final(loadError({ _tag: 'Unauthorized', host: at.host, detail }))
  if (status === 403) return final(loadError({ _tag: 'Forbidden', host: at.host, detail }))
  if (status === 429) {
    const retryAfterSeconds = wait === undefined ? undefined : wait / 1000
    return transient(loadError({ _tag: 'RateLimited', retryAfterSeconds }), wait)
  }
  const failed = loadError({ _tag: 'HttpFailed', status, detail })
  if (status === 408 || (status >= 500 && status !== 501)) return transient(failed, wait)
  const errors = Array.isArray(isObject(body) ? body['errors'] : undefined) ? graphqlErrors(body, at.redact) : []
  return final(
    errors.length > 0
      ? loadError({
          _tag: 'GraphqlRefused',
          errors,
          partial: partialOf(isObject(body) ? body['data'] : undefined, at.redact),
        })
      : failed,
  )
}

/** The data of a GraphQL answer, or why there is none. Data beside errors is kept in the error, and not taken for whole. */
export const readReply = (reply: HttpReply, at: ReplyContext): E.Either<Failure, Data> => {
  const parsed = parseJson(new TextDecoder().decode(reply.body))
  const body = E.isRight(parsed) ? parsed.right : undefined
  if (reply.status < 200 || reply.status > 299) return E.left(statusFailure(reply, body, at))
  if (!isObject(body)) {
    const detail = E.isRight(parsed) ? 'JSON that is no object' : 'no JSON'
    return E.left({ error: loadError({ _tag: 'ResponseMalformed', detail }), retries: MALFORMED_RETRIES })
  }
  const errors = graphqlErrors(body, at.redact)
  if (errors.length > 0)
    return E.left(final(loadError({ _tag: 'GraphqlRefused', errors, partial: partialOf(body['data'], at.redact) })))
  return isObject(body['data'])
    ? E.right(body['data'])
    : E.left({ error: loadError({ _tag: 'ResponseMalformed', detail: 'no data' }), retries: MALFORMED_RETRIES })
}
