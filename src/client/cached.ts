import * as E from 'fp-ts/lib/Either.js'
import { parseJson } from '../types/wire/json.ts'
import { isObject } from '../types/wire/own.ts'
import type { Client, HttpReply, HttpRequest } from './Client.ts'
import { aborted, invalidClient } from './errors.ts'
import { type LoadError, loadError } from './LoadError.ts'
import { optionError } from './optionChecks.ts'
import { type GraphqlData, readReply } from './readReply.ts'

/** The text of a GraphQL request; `undefined` unless it is a query, which changes nothing. */
const queryText = (body: string | undefined): string | undefined => {
  const parsed = parseJson(body ?? '')
  const text = E.isRight(parsed) && isObject(parsed.right) ? parsed.right['query'] : undefined
  const isQuery =
    typeof text === 'string' && /^\s*(query\b|\{)/.test(text) && !/\b(mutation|subscription)\b\s*\w*\s*[({]/.test(text)
  return isQuery ? text : undefined
}

/** The fields of a query that take arguments, by the name under which they are in the response. */
const fieldsWithArguments = (query: string): ReadonlySet<string> =>
  new Set(Array.from(query.matchAll(/(?:(\w+)\s*:\s*)?(\w+)\s*\(/g), ([, alias, name]) => alias ?? name ?? ''))

/**
 * Whether a response says that what was asked for does not exist, so that the load fails with `NotFound`: a field that
 * takes arguments is `null`, or a list of named files is empty.
 */
const isAbsence = (query: string, data: GraphqlData): boolean => {
  const asked = fieldsWithArguments(query)
  const isMissing = (node: GraphqlData, isRoot: boolean): boolean =>
    Object.entries(node).some(([name, value]) => {
      if (value === null) return isRoot || asked.has(name) || name === 'currentManifest'
      if (name === 'edges' && Array.isArray(value)) return value.length === 0 && /\bnames: \$/.test(query)
      return isObject(value) && isMissing(value, false)
    })
  return isMissing(data, true)
}

/** A least-recently-used cache of responses that expire. */
interface ReplyCache {
  readonly get: (key: string, now: number) => HttpReply | undefined
  readonly set: (key: string, reply: HttpReply, now: number) => void
  readonly clear: () => void
}

const replyCache = (ttl: number, maxEntries: number): ReplyCache => {
  const entries = new Map<string, { readonly reply: HttpReply; readonly until: number }>()
  return {
    get: (key, now) => {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      entries.delete(key)
      if (now >= entry.until) return undefined
      // A map iterates in insertion order, so the most recently used entry must be inserted last.
      entries.set(key, entry)
      return entry.reply
    },
    set: (key, { status, body }, now) => {
      entries.delete(key)
      // Without the headers, because their rate limit is out of date.
      entries.set(key, { reply: { status, headers: {}, body }, until: now + ttl })
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries) break
        entries.delete(oldest)
      }
    },
    clear: () => entries.clear(),
  }
}

type Answer = E.Either<LoadError, HttpReply>

/** A request that several callers share. */
interface SharedExchange {
  /** Waits for the response, or until the signal aborts. The request is aborted once no caller waits for it. */
  readonly join: (signal: AbortSignal | undefined) => Promise<Answer>
  /** Whether the request was aborted, so that it cannot be joined. */
  readonly isOver: () => boolean
  /** The response; it never rejects. */
  readonly settled: Promise<Answer>
}

const abortedAnswer: Answer = E.left(aborted)

const shareExchange = (send: (signal: AbortSignal) => Promise<Answer>): SharedExchange => {
  const controller = new AbortController()
  let waiting = 0
  const settled = send(controller.signal).catch(
    (): Answer => E.left(loadError({ _tag: 'NetworkFailed', detail: 'send failed' })),
  )
  return {
    settled,
    isOver: () => controller.signal.aborted,
    join: async (signal) => {
      waiting += 1
      let leave = (): void => {}
      const left = new Promise<Answer>((resolve) => {
        leave = () => resolve(abortedAnswer)
        signal?.addEventListener('abort', leave)
      })
      try {
        return await Promise.race([settled, left])
      } finally {
        signal?.removeEventListener('abort', leave)
        waiting -= 1
        if (waiting === 0) controller.abort()
      }
    },
  }
}

/**
 * The options of {@link makeCachedClient}.
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
  if (typeof ttl !== 'number' || !(ttl > 0)) return invalidClient('ttl', 'must be a positive number of milliseconds')
  return Number.isSafeInteger(maxEntries) && maxEntries >= 1
    ? undefined
    : invalidClient('maxEntries', 'must be a positive integer')
}

/**
 * Adds a response cache to a client: a GraphQL query with the same variables is sent once within `ttl`. Identical
 * concurrent queries share one request.
 *
 * Only complete responses to queries are cached; errors, `NotFound` among them, and files are not. A mutation is sent and empties the cache. The
 * original client is unchanged and caches nothing.
 *
 * @param client - The client to wrap.
 * @param options - How long and how many responses to cache.
 * @returns The caching client.
 * @example
 * ```ts no-run
 * import { makeCachedClient, loadRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeCachedClient(makeClient({ apiKey: 'your key' }), { ttl: 5 * 60_000, maxEntries: 100 })
 *
 * await orThrow(loadRuns({ project: 'team/vision' })(client))
 * await orThrow(loadRuns({ project: 'team/vision' })(client)) // sends nothing
 * client.flush()
 * ```
 * @category Client
 * @since 0.1.0
 */
export const makeCachedClient = (client: Client, options: CacheOptions = {}): CachedClient => {
  const { ttl = 60_000, maxEntries = 500 } = isObject(options) ? (options as CacheOptions) : {}
  const replies = replyCache(ttl, maxEntries)
  const pending = new Map<string, SharedExchange>()
  const flush = (): void => {
    replies.clear()
    // Callers that already wait still get the response; later callers send a new request.
    pending.clear()
  }

  const isKept = (query: string, reply: HttpReply): boolean => {
    if (reply.status !== 200) return false
    const data = readReply(reply, { host: '', now: client.now(), redact: client.redact })
    return E.isRight(data) && !isAbsence(query, data.right)
  }

  const send = async (request: HttpRequest): Promise<E.Either<LoadError, HttpReply>> => {
    const isGraphql = request.method === 'POST' && request.url === `${client.baseUrl}/graphql`
    if (!isGraphql || request.fresh === true || request.signal?.aborted) return client.send(request)
    const query = queryText(request.body)
    if (query === undefined) {
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
      if (E.isRight(answer) && isKept(query, answer.right)) replies.set(key, answer.right, client.now())
    })
    return exchange.join(request.signal)
  }

  const configError =
    client.configError ??
    optionError(options, { ttl: true, maxEntries: true }, 'client') ??
    optionsError(ttl, maxEntries)
  return Object.freeze({ ...client, send, flush, configError })
}
