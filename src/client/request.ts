import * as E from 'fp-ts/lib/Either.js'
import type { Client } from './Client.ts'
import type { LoadError } from './LoadError.ts'
import { type GraphqlData, readReply } from './readReply.ts'
import { type AttemptFailure, sendFailure, sendSafely, withRetries } from './withRetries.ts'

/** The body of a GraphQL request. */
interface GraphqlRequest {
  readonly operationName: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with the error of every failed attempt, before the next request is built. */
  readonly onFailure?: (error: LoadError) => void
}

const hostOf = (client: Client): string => client.redact(client.baseUrl.replace(/^https?:\/\//, ''))

const exchange = async (
  client: Client,
  request: GraphqlRequest,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<E.Either<AttemptFailure, GraphqlData>> => {
  const reply = await sendSafely(client, {
    method: 'POST',
    url: `${client.baseUrl}/graphql`,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(request),
    signal,
    timeoutMs,
  })
  if (E.isLeft(reply)) return E.left(sendFailure(reply.left))
  client.rateLimit.update(reply.right)
  return readReply(reply.right, { host: hostOf(client), now: client.now(), redact: client.redact })
}

/**
 * Sends a query, with retries bounded in count and in time, waiting as long as the server asks. `make` is called for
 * every attempt, so that it can ask for less after a failure.
 *
 * For queries only, which are safe to repeat.
 */
export const request = (
  client: Client,
  make: () => GraphqlRequest,
  { signal, onFailure }: RequestOptions = {},
): Promise<E.Either<LoadError, GraphqlData>> =>
  withRetries(client, (timeoutMs) => exchange(client, make(), timeoutMs, signal), { signal, onFailure, paced: true })
