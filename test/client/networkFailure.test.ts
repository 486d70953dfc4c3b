import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fetch as crossFetch } from 'cross-fetch'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { type ClientOptions, countRuns, makeClient, type Retry } from 'wandb-run-ops/loader'
import { corsAdvice, isClosedConnection, networkRetries } from '../../src/client/networkFailure.ts'
import { failsWith, rightOf } from '../loader/servers/either.ts'
import { startServer } from '../loader/servers/http.ts'
import { virtualTime } from '../loader/servers/virtualTime.ts'

const FOR_EVER = Number.POSITIVE_INFINITY

describe('networkRetries', () => {
  test.each([
    'bad port',
    'unknown scheme',
    'invalid url',
    'ERR_INVALID_URL: Invalid URL',
    'UND_ERR_INVALID_ARG: invalid authorization header',
    'CERT_NOT_YET_VALID: certificate is not yet valid',
    'HOSTNAME_MISMATCH',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unable to get local issuer certificate',
    'ERR_SSL_PACKET_LENGTH_TOO_LONG: packet length too long',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    'EPROTO: write EPROTO',
    'invalid peer certificate: UnknownIssuer',
    'fetch returned no response',
  ])('are none after %s, whatever came before', (detail) => {
    expect([networkRetries(detail, false), networkRetries(detail, true)]).toEqual([0, 0])
  })

  test.each([
    'ENOTFOUND: getaddrinfo ENOTFOUND api.example.invalid',
    'ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:1',
    'EACCES: connect EACCES',
    'HPE_INVALID_CONSTANT: Expected HTTP/',
    'ConnectionRefused: Unable to connect. Is the computer able to access the url?',
    'error sending request: tcp connect error: Connection refused (os error 111)',
    'dns error: failed to lookup address information: Name or service not known',
  ])('are none after %s, unless the server was there before', (detail) => {
    expect([networkRetries(detail, false), networkRetries(detail, true)]).toEqual([0, FOR_EVER])
  })

  test.each([
    'EAI_AGAIN: getaddrinfo EAI_AGAIN',
    'ECONNRESET: read ECONNRESET',
    'ETIMEDOUT: connect ETIMEDOUT',
    'ENETUNREACH: connect ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT: Connect Timeout Error',
    'ERR_TLS_HANDSHAKE_TIMEOUT',
    'dns error: Temporary failure in name resolution',
    'terminated',
    'no details available',
  ])('have no end after %s', (detail) => {
    expect(networkRetries(detail, false)).toBe(FOR_EVER)
  })

  test.each(['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'Load failed'])(
    'are two after a browser reports %j of a server that never answered',
    (detail) => {
      expect([networkRetries(detail, false), networkRetries(detail, true)]).toEqual([2, FOR_EVER])
    },
  )
})

test.each([
  ['ECONNRESET: read ECONNRESET', true],
  ['UND_ERR_SOCKET: other side closed', true],
  ['EPIPE: write EPIPE', true],
  ['socket hang up', true],
  ['ECONNREFUSED: connect ECONNREFUSED', false],
  ['ETIMEDOUT', false],
])('%j can be a connection that was closed while idle: %j', (detail, expected) => {
  expect(isClosedConnection(detail)).toBe(expected)
})

const fine = '{"data":{"project":{"name":"b","entityName":"a","runCount":7}}}'

describe.each([
  ['the platform', undefined],
  ['cross-fetch', crossFetch],
])('with the fetch of %s', (_, fetch) => {
  const load = async (baseUrl: string, options: ClientOptions = {}) => {
    const retries: Array<Retry> = []
    const { now, sleep, random } = virtualTime()
    const onRetry = (retry: Retry): void => {
      retries.push(retry)
    }
    const client = makeClient({ baseUrl, fetch, now, sleep, random, onRetry, ...options })
    return { count: () => countRuns({ project: 'a/b' })(client)(), retries }
  }

  const servers: Array<Server> = []
  afterAll(() => {
    for (const server of servers) server.close()
  })

  test('a server that is not there is an error at once', async () => {
    const gone = await startServer(() => {})
    await gone.close()
    for (const url of [gone.url, 'http://no-such-host.invalid', 'http://127.0.0.1:1']) {
      const { count, retries } = await load(url)
      failsWith('NetworkFailed', await count())
      expect([url, retries]).toEqual([url, []])
    }
  })

  test('a server that was there is waited for', async () => {
    const first = await startServer((_, response) => response.end(fine))
    const port = Number(new URL(first.url).port)
    const { count, retries } = await load(first.url, {
      sleep: async () => {
        const again = createServer((_, response) => response.end(fine))
        servers.push(again)
        await new Promise<void>((resolve) => again.listen(port, '127.0.0.1', resolve))
      },
    })
    expect(rightOf(await count())).toBe(7)
    await first.close()
    expect(rightOf(await count())).toBe(7)
    expect(retries).toMatchObject([{ attempt: 1, reason: { _tag: 'NetworkFailed' } }])
  })

  test('a connection that the server closed while it was idle costs no wait and nothing else', async () => {
    let requests = 0
    const server = createServer((request, response) => {
      requests += 1
      // The second request of a connection meets its end.
      if (requests === 2) request.socket.resetAndDestroy()
      else response.end(fine)
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { count, retries } = await load(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    expect([rightOf(await count()), rightOf(await count()), rightOf(await count())]).toEqual([7, 7, 7])
    expect([retries.map(({ waitMs }) => waitMs), requests]).toEqual([[0], 4])
  })
})

describe('corsAdvice', () => {
  afterEach(() => vi.unstubAllGlobals())

  const advice = (detail: string, url: string, page: string | undefined, navigator: object = { onLine: true }) => {
    vi.stubGlobal('location', page === undefined ? undefined : { origin: page })
    vi.stubGlobal('navigator', navigator)
    return corsAdvice(detail, url)
  }

  test.each([
    ['Failed to fetch', 'http://localhost:5173'],
    ['NetworkError when attempting to fetch resource.', 'https://page.example'],
    ['Load failed', 'null'],
  ])('mentions CORS after %s on a page of %s', (detail, page) => {
    expect(advice(detail, 'https://api.wandb.ai/graphql', page)).toMatch(/CORS.*docs\/browser\.md/)
  })

  test.each([
    ['in Node', 'Failed to fetch', 'https://api.wandb.ai/graphql', undefined],
    ['of the own origin', 'Failed to fetch', 'https://page.example/wandb/graphql', 'https://page.example'],
    ['that says why', 'ECONNREFUSED: connect', 'https://api.wandb.ai/graphql', 'http://localhost:3000'],
    ['of a script in a file system', 'Failed to fetch', 'https://api.wandb.ai/graphql', 'file://'],
  ])('is none after a failure %s', (_, detail, url, page) => {
    expect(advice(detail, url, page)).toBeUndefined()
  })

  test('is none without a network', () => {
    expect(
      advice('Failed to fetch', 'https://api.wandb.ai/graphql', 'https://page.example', { onLine: false }),
    ).toBeUndefined()
  })

  test('is in the message of a load, in one line', async () => {
    vi.stubGlobal('location', { origin: 'https://page.example' })
    const fetch = async () => {
      throw new TypeError('Failed to fetch')
    }
    const client = makeClient({ baseUrl: 'https://api.wandb.ai', apiKey: 'k'.repeat(40), fetch, maxRetries: 0 })
    const { message } = failsWith('NetworkFailed', await countRuns({ project: 'team/vision' })(client)())
    expect(message).toMatch(
      /^Could not reach the server \(Failed to fetch\): check .*https:\/\/page\.example \(CORS\).*\.$/,
    )
  })
})
