import * as E from 'fp-ts/lib/Either.js'
import { parseJson } from '../types/wire/json.ts'
import { isObject } from '../types/wire/own.ts'
import type { HttpReply } from './Client.ts'
import { redactJson } from './credentials.ts'
import { type GraphqlError, loadError } from './LoadError.ts'
import { retryAfterMs } from './rateLimit.ts'
import { type AttemptFailure, finalFailure, retryableFailure } from './withRetries.ts'

type Redact = (text: string) => string

/** The context for error messages. */
interface ReplyContext {
  readonly host: string
  readonly now: number
  readonly redact: Redact
  /** Whether the request had no credentials. */
  readonly isAnonymous?: boolean | undefined
}

export type GraphqlData = Readonly<Record<string, unknown>>

/** It may be a login page or a lost connection, which is worth another try or two, but not a long wait. */
const MALFORMED_RETRIES = 2

/** Replaces an HTML page of a proxy, which may be wrapped in JSON. */
const withoutHtml = (message: string): string =>
  /<(!doctype|html|head|body)\b/i.test(message) ? 'an HTML page' : message

const messageOf = (u: unknown): string | undefined => {
  const message = isObject(u) ? u['message'] : u
  return typeof message === 'string' ? withoutHtml(message) : undefined
}

const isPathSegment = (u: unknown): u is string | number => typeof u === 'string' || typeof u === 'number'

/** The errors of a response in any format: a list of `errors`, or a single `error` or `errors`. */
const errorsIn = (body: unknown): ReadonlyArray<unknown> => {
  if (!isObject(body)) return []
  const { errors, error } = body
  if (Array.isArray(errors)) return errors
  return [errors, error].filter((one) => messageOf(one))
}

const graphqlErrors = (body: unknown, redact: Redact): ReadonlyArray<GraphqlError> =>
  errorsIn(body).map((error) => {
    const path = isObject(error) ? error['path'] : undefined
    const message = redact(messageOf(error) ?? 'no message').slice(0, 400)
    return Array.isArray(path) && path.every(isPathSegment)
      ? { message, path: path.map((segment) => (typeof segment === 'string' ? redact(segment) : segment)) }
      : { message }
  })

const detailOf = (body: unknown, redact: Redact): string => {
  const all = graphqlErrors(body, redact).map(({ message }) => message)
  const alone = isObject(body) && all.length === 0 ? (messageOf(body['message']) ?? '') : ''
  return redact(all.join('; ') || alone).slice(0, 200)
}

/** Data that came with errors. It may echo the request, so it is redacted. */
const partialOf = (data: unknown, redact: Redact): unknown => {
  try {
    return redactJson(data ?? undefined, redact)
  } catch {
    // Nested too deeply for the stack.
    return undefined
  }
}

const redirectDetail = ({ headers }: HttpReply, redact: Redact): string => {
  try {
    return `redirects to ${new URL(redact(headers['location'] ?? '')).origin}, where the API key is not sent`
  } catch {
    return 'redirects elsewhere, where the API key is not sent'
  }
}

/** What a server says of a query that it cannot read or run, however often it is asked. */
const ABOUT_QUERY = new RegExp(
  [
    '\\b(syntax|parse|parsing|validation) error|\\berror (parsing|validating)',
    '\\bcannot (query field|unmarshal)|\\bno such column|\\bvariable "?\\$',
    '\\b(unknown|invalid|unsupported|unrecogni[sz]ed|illegal|bad) (\\w+ )?(argument|type|field|operator|directive|filters?' +
      '|order|column|cursor|value|json|query|regexp?|regular expression|variable|request|path|input|operand|function)\\b',
    '\\bexpected type\\b|\\bis not (a )?(valid|defined)\\b|\\bnot a valid\\b',
    '\\b(expects|must be) (an? )?(array|list|string|number|object|boolean)\\b',
  ].join('|'),
  'i',
)

/** What it says while it has too much to do. */
const ABOUT_LOAD =
  /\b(deadline|time ?d? ?-?out|canceled|cancelled|connection|unavailable|overload|busy|try again|EOF|memory)/i

const NOT_FOUND =
  /\bnot found\b|\b(does|do|did) ?(n['o]t|not) exist\b|\bno such\b|\b(could|can) ?(n['o]t|not) (be found|find)\b|\bunable to find\b/i

/** What may be missing without any record being so. */
const PART = '(column|field|operator|argument|function|cursor|key|host|upstream|server|service|route|endpoint|page)'

const NOT_RECORD = new RegExp(
  `\\bno such ${PART}\\b|\\b${PART}( ["'\`]?[^\\s"'\`]+["'\`]?)? (was |is |does )?not\\b`,
  'i',
)

/** Whether an error of a server says that a record does not exist. */
export const isNotFound = (message: string): boolean => NOT_FOUND.test(message) && !NOT_RECORD.test(message)

const isFinalAbsence = (message: string): boolean => isNotFound(message) && !ABOUT_LOAD.test(message)

const isFinalQueryError = (message: string): boolean => ABOUT_QUERY.test(message) && !ABOUT_LOAD.test(message)

const refusal = (errors: ReadonlyArray<GraphqlError>, body: unknown, redact: Redact): AttemptFailure =>
  finalFailure(
    loadError({
      _tag: 'GraphqlRefused',
      errors,
      partial: partialOf(isObject(body) ? body['data'] : undefined, redact),
    }),
  )

const statusFailure = (reply: HttpReply, body: unknown, at: ReplyContext): AttemptFailure => {
  const { status, headers } = reply
  const wait = retryAfterMs(headers['retry-after'], at.now)
  if (status < 200 || (status >= 300 && status < 400))
    return finalFailure(loadError({ _tag: 'HttpFailed', status, detail: redirectDetail(reply, at.redact) }))
  const detail = detailOf(body, at.redact)
  if (status === 401)
    return finalFailure(
      loadError(
        at.isAnonymous === true
          ? { _tag: 'NoCredentials', host: at.host }
          : { _tag: 'Unauthorized', host: at.host, detail },
      ),
    )
  if (status === 403) return finalFailure(loadError({ _tag: 'Forbidden', host: at.host, detail }))
  if (status === 429) {
    const retryAfterSeconds = wait === undefined ? undefined : wait / 1000
    return retryableFailure(loadError({ _tag: 'RateLimited', retryAfterSeconds }), wait)
  }
  const failed = loadError({ _tag: 'HttpFailed', status, detail })
  const errors = Array.isArray(isObject(body) ? body['errors'] : undefined) ? graphqlErrors(body, at.redact) : []
  const isAboutQuery =
    errors.length > 0 && errors.every(({ message }) => isFinalQueryError(message) || isFinalAbsence(message))
  if (status === 408 || (status >= 500 && status !== 501))
    return isAboutQuery ? refusal(errors, body, at.redact) : retryableFailure(failed, wait)
  return errors.length > 0 ? refusal(errors, body, at.redact) : finalFailure(failed)
}

/** The text of a body; the platform has a limit, above which it throws. */
const textOf = (body: Uint8Array): E.Either<'NotJson', string> =>
  E.tryCatch(
    () => new TextDecoder().decode(body),
    () => 'NotJson',
  )

/** The data of a GraphQL response, or the failure. Data that comes with errors is not complete: it goes into the error. */
export const readReply = (reply: HttpReply, at: ReplyContext): E.Either<AttemptFailure, GraphqlData> => {
  const parsed = E.chain(parseJson)(textOf(reply.body))
  const body = E.isRight(parsed) ? parsed.right : undefined
  if (reply.status < 200 || reply.status > 299) return E.left(statusFailure(reply, body, at))
  if (!isObject(body)) {
    const detail = E.isRight(parsed) ? 'not a JSON object' : 'not JSON'
    return E.left({ error: loadError({ _tag: 'ResponseMalformed', detail }), retries: MALFORMED_RETRIES })
  }
  const errors = graphqlErrors(body, at.redact)
  if (errors.length > 0) return E.left(refusal(errors, body, at.redact))
  return isObject(body['data'])
    ? E.right(body['data'])
    : E.left({ error: loadError({ _tag: 'ResponseMalformed', detail: 'no data' }), retries: MALFORMED_RETRIES })
}
