import type { IncomingMessage } from 'node:http'
import type { Reply } from './reply.ts'

/** The web pages that may read responses: all, none, or those of these origins. */
export type Cors = boolean | readonly string[]

/** What a page may read beside the body. */
const EXPOSED = [
  'accept-ranges',
  'content-length',
  'content-range',
  'etag',
  'last-modified',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
].join(', ')

const isAllowed = (cors: Cors, origin: string): boolean => (typeof cors === 'boolean' ? cors : cors.includes(origin))

/** Returns the headers that let the page of a request read the response. */
export function corsHeaders(cors: Cors, { headers: { origin } }: IncomingMessage): Record<string, string> {
  if (cors === false || origin === undefined) return {}
  if (!isAllowed(cors, origin)) return { vary: 'origin' }
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED, vary: 'origin' }
}

/** Answers the question of a browser whether a page may send a request; `undefined` for other requests. */
export function preflightReply(cors: Cors, { method, headers }: IncomingMessage): Reply | undefined {
  const { origin, 'access-control-request-method': asked } = headers
  if (cors === false || method !== 'OPTIONS' || origin === undefined || asked === undefined) return undefined
  const allowed = {
    'access-control-allow-methods': 'GET, HEAD, POST',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-max-age': '600',
    ...(headers['access-control-request-private-network'] === 'true'
      ? { 'access-control-allow-private-network': 'true' }
      : {}),
  }
  return { status: 204, headers: isAllowed(cors, origin) ? allowed : {}, body: '' }
}
