/** An address or a header that no attempt can use, or a server that proves to be another one. */
const PERMANENT = new RegExp(
  [
    // Certificates and TLS, as Node, Deno and Bun report them.
    '^(CERT_|CRL_|ERR_TLS_CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|UNKNOWN_CERTIFICATE)',
    '^(HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|ERROR_IN_CERT_|EPROTO)',
    '^ERR_SSL_\\w*(VERSION|PROTOCOL|CERT|PACKET_LENGTH|HTTP_REQUEST|CIPHER|UNKNOWN_CA|HANDSHAKE_FAILURE)',
    'invalid peer certificate|self.signed certificate',
    // What fetch refuses to send.
    '^(ERR_INVALID_(URL|ARG|CHAR|PROTOCOL)|UND_ERR_(INVALID_ARG|NOT_SUPPORTED|HEADERS_OVERFLOW))',
    '\\b(bad port|unknown scheme|invalid url|failed to parse url|only absolute urls|only http\\(s\\) protocols)\\b',
    'unsupported protocol|url scheme|invalid header|fetch returned no response',
  ].join('|'),
  'i',
)

/** A server that is not there. If it answered before, it may only be restarting, or the network may be down. */
const ABSENT = new RegExp(
  [
    '^(ENOTFOUND|ENODATA|EAI_(NONAME|NODATA|FAIL)|ECONNREFUSED|EACCES|EPERM|EINVAL|EADDRNOTAVAIL|HPE_)',
    '^(ConnectionRefused|FailedToOpenSocket)|connection refused|name or service not known|no such host',
    'nodename nor servname|ERR_NAME_NOT_RESOLVED|ERR_CONNECTION_REFUSED',
  ].join('|'),
  'i',
)

/** All that a browser reports, whether the network is down or the server does not allow the page to read from it. */
const OPAQUE = /^(Failed to fetch|NetworkError when attempting|Load failed)/

/** A connection that the server closed, possibly while it was idle and before it received anything. */
const CLOSED = /^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)|other side closed|socket hang up/

/** A failure that the browser does not explain gets another try or two, but not a long wait. */
const OPAQUE_RETRIES = 2

/**
 * The maximum number of retries after a failure of the network: none where every attempt would meet it.
 *
 * @param detail - The code and message of the failure.
 * @param hasAnswered - Whether the server answered an earlier request.
 */
export const networkRetries = (detail: string, hasAnswered: boolean): number => {
  if (PERMANENT.test(detail) || (!hasAnswered && ABSENT.test(detail))) return 0
  return !hasAnswered && OPAQUE.test(detail) ? OPAQUE_RETRIES : Number.POSITIVE_INFINITY
}

/** Whether a kept connection may have been closed while it was idle, so that the request can be repeated at once. */
export const isClosedConnection = (detail: string): boolean => CLOSED.test(detail)

const originOf = (url: string): string | undefined => {
  try {
    return new URL(url).origin
  } catch {
    return undefined
  }
}

/**
 * What to do about a failure that a browser does not explain, if the page and the server have different origins: W&B, for one,
 * lets no page of another origin read its responses.
 */
export const corsAdvice = (detail: string, url: string): string | undefined => {
  const page: unknown = globalThis.location?.origin
  const isForeign = typeof page === 'string' && /^(https?:|null$)/.test(page) && originOf(url) !== page
  if (!isForeign || !OPAQUE.test(detail) || globalThis.navigator?.onLine === false) return undefined
  return `check the network and baseUrl, and whether the server allows requests from pages of ${page} (CORS). W&B does not: send them through a server of your own, as docs/browser.md shows`
}
