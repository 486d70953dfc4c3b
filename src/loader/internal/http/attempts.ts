import * as E from 'fp-ts/lib/Either.js'
import type { Client, HttpReply, HttpRequest } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { pauseFor } from './abort.ts'
import { backoffMs, type Failure } from './retry.ts'

export interface AttemptOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with the error of every failed attempt, before the next one. */
  readonly onFailure?: ((error: LoadError) => void) | undefined
  /** Whether the server's rate limit delays the attempts: it does not apply to a storage service. */
  readonly paced: boolean
}

/** Calls `send`, which never rejects for our own clients but may for a custom one. */
export const sent = async (client: Client, request: HttpRequest): Promise<E.Either<LoadError, HttpReply>> => {
  try {
    return await client.send(request)
  } catch (error) {
    const detail = error instanceof Error ? client.redact(error.message).slice(0, 200) : 'send failed'
    return E.left(loadError({ _tag: 'NetworkFailed', detail }))
  }
}

/**
 * Retries an attempt until it succeeds or another try is pointless: bounded in count and in time, waiting as long as the
 * server asks. Each attempt receives its time limit.
 */
export const attempts = async <A>(
  client: Client,
  attempt: (timeoutMs: number) => Promise<E.Either<Failure, A>>,
  { signal, onFailure, paced }: AttemptOptions,
): Promise<E.Either<LoadError, A>> => {
  if (client.configError !== undefined) return E.left(client.configError)
  const { limits } = client
  const rateDelay = (): number => (paced ? client.rateLimit.delayMs() : 0)
  const deadline = client.now() + limits.maxElapsedMs
  const aborted = E.left(loadError({ _tag: 'Aborted' }))
  for (let count = 0; ; count += 1) {
    const pause = rateDelay()
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
    const wait = Math.max(afterMs ?? backoffMs(limits, count, client.random()), rateDelay())
    if (count >= Math.min(retries, limits.maxRetries) || client.now() + wait >= deadline) return E.left(error)
    await pauseFor(client.sleep, wait, signal)
    if (signal?.aborted) return aborted
    if (client.now() >= deadline) return E.left(error)
  }
}
