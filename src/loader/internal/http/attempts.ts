import * as E from 'fp-ts/lib/Either.js'
import type { Client, HttpReply, HttpRequest } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { pauseFor } from './abort.ts'
import { backoffMs, type Failure } from './retry.ts'

export interface AttemptOptions {
  readonly signal?: AbortSignal | undefined
  /** Told of every failed attempt, before the next is made. */
  readonly onFailure?: ((error: LoadError) => void) | undefined
  /** Whether the server's rate limit holds the attempts back: it says nothing about a storage service. */
  readonly paced: boolean
}

/** A client's `send` does not reject; one that somebody brought may. */
export const sent = async (client: Client, request: HttpRequest): Promise<E.Either<LoadError, HttpReply>> => {
  try {
    return await client.send(request)
  } catch (error) {
    const detail = error instanceof Error ? client.redact(error.message).slice(0, 200) : 'send failed'
    return E.left(loadError({ _tag: 'NetworkFailed', detail }))
  }
}

/**
 * Tries until something comes of it, or until trying again makes no sense: bounded in count and in time, waiting as long
 * as the server asks to. An attempt is told how long it may take.
 */
export const attempts = async <A>(
  client: Client,
  attempt: (timeoutMs: number) => Promise<E.Either<Failure, A>>,
  { signal, onFailure, paced }: AttemptOptions,
): Promise<E.Either<LoadError, A>> => {
  if (client.refusal !== undefined) return E.left(client.refusal)
  const { limits } = client
  const held = (): number => (paced ? client.pause() : 0)
  const deadline = client.now() + limits.maxElapsedMs
  const aborted = E.left(loadError({ _tag: 'Aborted' }))
  for (let count = 0; ; count += 1) {
    const pause = held()
    if (pause > 0) {
      if (client.now() + pause >= deadline)
        return E.left(loadError({ _tag: 'RateLimited', retryAfterSeconds: pause / 1000 }))
      await pauseFor(client.sleep, pause, signal)
    }
    if (signal?.aborted) return aborted
    const answer = await attempt(Math.max(1, deadline - client.now()))
    if (E.isRight(answer)) return answer
    const { error, retries, afterMs } = answer.left
    onFailure?.(error)
    const wait = Math.max(afterMs ?? backoffMs(limits, count, client.random()), held())
    if (count >= Math.min(retries, limits.maxRetries) || client.now() + wait >= deadline) return E.left(error)
    await pauseFor(client.sleep, wait, signal)
    if (signal?.aborted) return aborted
    if (client.now() >= deadline) return E.left(error)
  }
}
