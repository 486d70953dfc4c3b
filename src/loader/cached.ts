import * as E from 'fp-ts/lib/Either.js'
import type { Client, HttpReply, HttpRequest } from './Client.ts'
import { isQuery } from './internal/http/isQuery.ts'
import { keptReplies } from './internal/http/keptReplies.ts'
import { readReply } from './internal/http/readReply.ts'
import { type SharedExchange, shareExchange } from './internal/http/sharedExchange.ts'
import { type LoadError, loadError } from './LoadError.ts'

/**
 * The options of {@link cached}.
 *
 * @category Client
 * @since 0.1.0
 */
export interface CacheOptions {
  /** How long a response is reused, in milliseconds; one minute by default. */
  readonly ttl?: number | undefined
  /** The maximum number of cached responses; 500 by default. The least recently used is dropped first. */
  readonly maxEntries?: number | undefined
}

/**
 * A client with a response cache.
 *
 * @category Client
 * @since 0.1.0
 */
export interface CachedClient extends Client {
  /** Empties the cache. Responses still in flight are not cached either. */
  readonly flush: () => void
}

const optionsError = (ttl: number, maxEntries: number): LoadError | undefined => {
  const invalid = (option: string, reason: string): LoadError => loadError({ _tag: 'InvalidClient', option, reason })
  if (typeof ttl !== 'number' || !(ttl > 0)) return invalid('ttl', 'must be a positive number of milliseconds')
  return Number.isSafeInteger(maxEntries) && maxEntries >= 1
    ? undefined
    : invalid('maxEntries', 'must be a positive integer')
}

/**
 * Adds a response cache to a client: a GraphQL query with the same variables is sent once within `ttl`. Identical
 * concurrent queries share one request.
 *
 * Only complete responses to queries are cached; errors and files are not. A mutation is sent and empties the cache. The
 * original client is unchanged and caches nothing.
 *
 * @param client - The client to wrap.
 * @param options - How long and how many responses to cache.
 * @returns The caching client.
 * @example
 * ```ts no-run
 * import { cached, loadRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = cached(makeClient({ apiKey: 'your key' }), { ttl: 5 * 60_000, maxEntries: 100 })
 *
 * await orThrow(loadRuns({ project: 'team/vision' })(client))
 * await orThrow(loadRuns({ project: 'team/vision' })(client)) // sends nothing
 * client.flush()
 * ```
 * @category Client
 * @since 0.1.0
 */
export const cached = (client: Client, { ttl = 60_000, maxEntries = 500 }: CacheOptions = {}): CachedClient => {
  const replies = keptReplies(ttl, maxEntries)
  const pending = new Map<string, SharedExchange>()
  const flush = (): void => {
    replies.clear()
    // Callers that already wait still get the response; later callers send a new request.
    pending.clear()
  }

  const isComplete = (reply: HttpReply): boolean =>
    reply.status === 200 && E.isRight(readReply(reply, { host: '', now: client.now(), redact: client.redact }))

  const send = async (request: HttpRequest): Promise<E.Either<LoadError, HttpReply>> => {
    const isGraphql = request.method === 'POST' && request.url === `${client.baseUrl}/graphql`
    if (!isGraphql || request.signal?.aborted) return client.send(request)
    if (!isQuery(request.body)) {
      flush()
      const answer = await client.send(request)
      flush()
      return answer
    }
    const key = `${request.url}\n${request.body}`
    const known = replies.get(key, client.now())
    if (known !== undefined) return E.right(known)
    const inFlight = pending.get(key)
    if (inFlight !== undefined && !inFlight.isOver()) return inFlight.join(request.signal)
    const exchange = shareExchange((signal) => client.send({ ...request, signal }))
    pending.set(key, exchange)
    exchange.settled.then((answer) => {
      if (pending.get(key) !== exchange) return
      pending.delete(key)
      if (E.isRight(answer) && isComplete(answer.right)) replies.set(key, answer.right, client.now())
    })
    return exchange.join(request.signal)
  }

  return Object.freeze({ ...client, send, flush, configError: client.configError ?? optionsError(ttl, maxEntries) })
}
