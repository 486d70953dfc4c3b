import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../Client.ts'
import type { LoadError } from '../LoadError.ts'
import { type GraphqlData, readReply } from '../readReply.ts'
import { type AttemptFailure, sendFailure, sendSafely, withRetries } from '../withRetries.ts'
import type { GraphqlDocument } from './document.ts'

export type Variables = Readonly<Record<string, unknown>>

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with the error of every failed attempt, before the variables of the next one are made. */
  readonly onFailure?: (error: LoadError) => void
}

const hostOf = (client: Client): string => client.redact(client.baseUrl.replace(/^https?:\/\//, ''))

const exchange = async (
  client: Client,
  body: string,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<E.Either<AttemptFailure, GraphqlData>> => {
  const reply = await sendSafely(client, {
    method: 'POST',
    url: `${client.baseUrl}/graphql`,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body,
    signal,
    timeoutMs,
  })
  if (E.isLeft(reply)) return E.left(sendFailure(reply.left))
  client.rateLimit.update(reply.right)
  return readReply(reply.right, { host: hostOf(client), now: client.now(), redact: client.redact })
}

/**
 * Sends a query, with retries bounded in count and in time, waiting as long as the server asks.
 *
 * For queries only, which are safe to repeat.
 *
 * @param variables - The variables; a function is called for every attempt, so that it can ask for less after a failure.
 */
export const request = (
  client: Client,
  { name, text }: GraphqlDocument,
  variables: Variables | (() => Variables),
  { signal, onFailure }: RequestOptions = {},
): Promise<E.Either<LoadError, GraphqlData>> => {
  const attempt = (timeoutMs: number) => {
    const values = typeof variables === 'function' ? (variables as () => Variables)() : variables
    const body = JSON.stringify({ operationName: name, query: text, variables: values })
    return exchange(client, body, timeoutMs, signal)
  }
  return withRetries(client, attempt, { signal, onFailure, paced: true })
}
