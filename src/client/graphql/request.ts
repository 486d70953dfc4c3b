import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../Client.ts'
import type { LoadError } from '../LoadError.ts'
import { type GraphqlData, readReply } from '../readReply.ts'
import { type AttemptFailure, sendFailure, sendSafely, withRetries } from '../withRetries.ts'
import type { GraphqlDocument } from './document.ts'
import type { missingError } from './missing.ts'

export type Variables = Readonly<Record<string, unknown>>

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with the error of every failed attempt, before the variables of the next one are made. */
  readonly onFailure?: (error: LoadError) => void
  /** Called before `onFailure`; decides whether a failed attempt is worth another. */
  readonly judge?: (failure: AttemptFailure) => AttemptFailure
}

const hostOf = (client: Client): string => client.redact(client.baseUrl.replace(/^https?:\/\//, ''))

const exchange = async (
  client: Client,
  body: string,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<E.Either<AttemptFailure, GraphqlData>> => {
  const url = `${client.baseUrl}/graphql`
  const reply = await sendSafely(client, {
    method: 'POST',
    url,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body,
    signal,
    timeoutMs,
  })
  if (E.isLeft(reply)) return E.left(sendFailure(reply.left, client.hasAnswered?.(url)))
  client.rateLimit.update(reply.right)
  const { isAnonymous, redact } = client
  return readReply(reply.right, { host: hostOf(client), now: client.now(), redact, isAnonymous })
}

/** The `NotFound` that a refusal means, if any. The code for it is imported lazily, which may fail in a browser. */
const missingErrorOf = async (...args: Parameters<typeof missingError>): Promise<LoadError | undefined> => {
  try {
    return (await import('./missing.ts')).missingError(...args)
  } catch {
    return undefined
  }
}

/**
 * Sends a query, with retries bounded in count and in time, waiting as long as the server asks.
 *
 * For queries only, which are safe to repeat.
 *
 * @param variables - The variables; a function is called for every attempt, so that it can ask for less after a failure.
 */
export const request = async (
  client: Client,
  { name, text }: GraphqlDocument,
  variables: Variables | (() => Variables),
  { signal, onFailure, judge = (failure) => failure }: RequestOptions = {},
): Promise<E.Either<LoadError, GraphqlData>> => {
  let values: Variables = {}
  const attempt = (timeoutMs: number) => {
    values = typeof variables === 'function' ? (variables as () => Variables)() : variables
    const body = JSON.stringify({ operationName: name, query: text, variables: values })
    return exchange(client, body, timeoutMs, signal)
  }
  const judged = (failure: AttemptFailure): AttemptFailure => {
    const verdict = judge(failure)
    onFailure?.(failure.error)
    return verdict
  }
  const data = await withRetries(client, attempt, { signal, judge: judged, paced: true })
  return E.isLeft(data) && data.left._tag === 'GraphqlRefused'
    ? E.left((await missingErrorOf(client, name, values, data.left)) ?? data.left)
    : data
}
