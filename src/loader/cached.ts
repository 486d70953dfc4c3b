import * as E from 'fp-ts/lib/Either.js'
import type { Client, HttpReply, HttpRequest } from './Client.ts'
import { isQuery } from './internal/http/isQuery.ts'
import { keptReplies } from './internal/http/keptReplies.ts'
import { readReply } from './internal/http/readReply.ts'
import { type SharedExchange, shareExchange } from './internal/http/sharedExchange.ts'
import { type LoadError, loadError } from './LoadError.ts'

/**
 * How much a client keeps, and for how long.
 *
 * @category Client
 * @since 0.1.0
 */
export interface CacheOptions {
  /** How long an answer is good, in milliseconds; one minute by default. */
  readonly ttl?: number | undefined
  /** How many answers are kept; 500 by default. The one that was not asked for the longest goes first. */
  readonly maxEntries?: number | undefined
}

/**
 * A client that answers from memory what it was asked before.
 *
 * @category Client
 * @since 0.1.0
 */
export interface CachedClient extends Client {
  /** Forgets all answers. Those that are still on their way are not kept, either. */
  readonly flush: () => void
}

const mistake = (ttl: number, maxEntries: number): LoadError | undefined => {
  const refuse = (option: string, reason: string): LoadError => loadError({ _tag: 'InvalidClient', option, reason })
  if (typeof ttl !== 'number' || !(ttl > 0)) return refuse('ttl', 'must be a number of milliseconds above 0')
  return Number.isSafeInteger(maxEntries) && maxEntries >= 1
    ? undefined
    : refuse('maxEntries', 'must be a whole number from 1')
}

/**
 * A client that keeps answers: the same GraphQL query with the same variables is sent once within `ttl`, and once when it
 * is asked several times at the same moment.
 *
 * Only whole answers to queries are kept. Errors are not, nor are files. A mutation goes through and empties the cache.
 * The client that it is made from stays as it is, and keeps nothing.
 *
 * @param client - Whose answers to keep.
 * @param options - For how long, and how many.
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
  const kept = keptReplies(ttl, maxEntries)
  const pending = new Map<string, SharedExchange>()
  const flush = (): void => {
    kept.clear()
    // Whoever waits still gets the answer; whoever comes now asks anew.
    pending.clear()
  }

  const isWhole = (reply: HttpReply): boolean =>
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
    const known = kept.get(key, client.now())
    if (known !== undefined) return E.right(known)
    const under = pending.get(key)
    if (under !== undefined && !under.isOver()) return under.join(request.signal)
    const exchange = shareExchange((signal) => client.send({ ...request, signal }))
    pending.set(key, exchange)
    exchange.settled.then((answer) => {
      if (pending.get(key) !== exchange) return
      pending.delete(key)
      if (E.isRight(answer) && isWhole(answer.right)) kept.set(key, answer.right, client.now())
    })
    return exchange.join(request.signal)
  }

  return Object.freeze({ ...client, send, flush, refusal: client.refusal ?? mistake(ttl, maxEntries) })
}
