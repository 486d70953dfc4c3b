import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../Client.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import { type Data, readReply } from './readReply.ts'
import { backoffMs, type Failure, sendFailure } from './retry.ts'

/** A GraphQL request as it is sent. */
export interface GraphqlRequest {
  readonly operationName: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined
  /** Told of every failed attempt, before the request is made anew for the next. */
  readonly onFailure?: (error: LoadError) => void
}

const hostOf = (client: Client): string => client.baseUrl.replace(/^https?:\/\//, '')

const exchange = async (
  client: Client,
  request: GraphqlRequest,
  signal: AbortSignal | undefined,
): Promise<E.Either<Failure, Data>> => {
  const reply = await client.send({
    method: 'POST',
    url: `${client.baseUrl}/graphql`,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(request),
    signal,
  })
  if (E.isLeft(reply)) return E.left(sendFailure(reply.left))
  client.observe(reply.right)
  return readReply(reply.right, { host: hostOf(client), now: client.now(), redact: client.redact })
}

/**
 * Sends a query until it is answered, or until trying again makes no sense: bounded in count and in time, waiting as
 * long as the server asks to. `make` is called for every attempt, so that it can ask for less after a failure.
 *
 * Only queries go this way: they are safe to repeat.
 */
export const request = async (
  client: Client,
  make: () => GraphqlRequest,
  { signal, onFailure }: RequestOptions = {},
): Promise<E.Either<LoadError, Data>> => {
  if (client.refusal !== undefined) return E.left(client.refusal)
  const { limits } = client
  const deadline = client.now() + limits.maxElapsedMs
  const aborted = E.left(loadError({ _tag: 'Aborted' }))
  for (let attempt = 0; ; attempt += 1) {
    const pause = client.pause()
    if (client.now() + pause > deadline)
      return E.left(loadError({ _tag: 'RateLimited', retryAfterSeconds: pause / 1000 }))
    if (pause > 0) await client.sleep(pause, signal)
    if (signal?.aborted) return aborted
    const answer = await exchange(client, make(), signal)
    if (E.isRight(answer)) return answer
    const { error, retries, afterMs } = answer.left
    onFailure?.(error)
    const wait = afterMs ?? Math.max(backoffMs(limits, attempt, client.random()), client.pause())
    if (attempt >= Math.min(retries, limits.maxRetries) || client.now() + wait > deadline) return E.left(error)
    await client.sleep(wait, signal)
    if (signal?.aborted) return aborted
  }
}
