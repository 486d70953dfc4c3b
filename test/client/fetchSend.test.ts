import { fetch as crossFetch } from 'cross-fetch'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchSend } from '../../src/client/fetchSend.ts'
import { failsWith, leftOf, rightOf } from '../loader/servers/either.ts'
import { type HttpServer, startServer } from '../loader/servers/http.ts'
import { silence } from '../loader/servers/scripted.ts'

const redact = (text: string): string => text.replaceAll('secret', '[key]')

const get = (url: string, more: object = {}) => ({ method: 'GET' as const, url, headers: {}, ...more })

describe.each([
  ['the platform', undefined],
  ['cross-fetch', crossFetch],
])('fetchSend with the fetch of %s', (_, given) => {
  let server: HttpServer
  beforeAll(async () => {
    server = await startServer((request, response) => {
      switch (request.url) {
        case '/slow-head':
          return
        case '/slow-body':
          response.writeHead(200, { 'content-type': 'text/plain' }).write('begin')
          return
        case '/reset':
          request.socket.resetAndDestroy()
          return
        case '/cut':
          response.writeHead(200, { 'content-length': '100' }).write('begin')
          setTimeout(() => request.socket.destroy(), 5)
          return
        case '/redirect':
          response.writeHead(302, { location: '/elsewhere' }).end()
          return
        default:
          response.writeHead(418, { 'X-Some': 'Thing' }).end('tea')
      }
    })
  })
  afterAll(() => server.close())

  const send = fetchSend(given, 2000, redact)
  const impatient = fetchSend(given, 40, redact)

  test('returns whatever status, with small header names and all of the body', async () => {
    const reply = rightOf(await send(get(`${server.url}/tea`)))
    expect(reply.status).toBe(418)
    expect(reply.headers['x-some']).toBe('Thing')
    expect(new TextDecoder().decode(reply.body)).toBe('tea')
  })

  test('follows no redirect', async () => {
    const before = server.seen.length
    expect(rightOf(await send(get(`${server.url}/redirect`))).status).toBe(302)
    expect(server.seen.slice(before).map(({ url }) => url)).toEqual(['/redirect'])
  })

  test.each(['/slow-head', '/slow-body'])('limits the time of %s', async (path) => {
    expect(failsWith('TimedOut', await impatient(get(server.url + path))).seconds).toBe(0.04)
  })

  test('uses the time limit of the request if that is shorter', async () => {
    const request = get(`${server.url}/slow-body`)
    expect(failsWith('TimedOut', await send({ ...request, timeoutMs: 20 })).seconds).toBe(0.02)
    expect(failsWith('TimedOut', await impatient({ ...request, timeoutMs: 9000 })).seconds).toBe(0.04)
  })

  test.each(['/slow-head', '/slow-body'])('ends %s at the signal', async (path) => {
    failsWith('Aborted', await send(get(server.url + path, { signal: AbortSignal.timeout(20) })))
  })

  test('sends nothing after the signal', async () => {
    const before = server.seen.length
    failsWith('Aborted', await send(get(server.url, { signal: AbortSignal.abort() })))
    expect(server.seen.length).toBe(before)
  })

  test('returns an error for a connection that is reset', async () => {
    expect(failsWith('NetworkFailed', await send(get(`${server.url}/reset`))).detail).toMatch(/\w/)
  })

  test('takes no half of a body for the whole', async () => {
    // cross-fetch does not notice that there will be no more.
    expect(leftOf(await impatient(get(`${server.url}/cut`)))._tag).toBe(
      given === undefined ? 'NetworkFailed' : 'TimedOut',
    )
  })

  test('reports that nobody listens', async () => {
    const gone = await startServer(() => {})
    await gone.close()
    expect(failsWith('NetworkFailed', await send(get(gone.url))).detail).toMatch(/ECONNREFUSED/)
  })

  test('reports an invalid address', async () => {
    failsWith('NetworkFailed', await send(get('http://')))
  })
})

describe('fetchSend', () => {
  const thrower = (error: unknown) => fetchSend(() => Promise.reject(error), 1000, redact)(get('http://localhost'))

  test.each([
    ['an error', new Error('no secret')],
    ['a cause', new TypeError('fetch failed', { cause: { code: 'ESECRET', message: 'a secret' } })],
    ['a code', Object.assign(new Error('secret'), { code: 'secret' })],
    ['a text', 'secret'],
    ['nothing', undefined],
    ['a key at the edge', new Error(`${'x'.repeat(197)}secret`)],
  ])('returns an error without the key for %s', async (_, error) => {
    const { detail, message } = failsWith('NetworkFailed', await thrower(error))
    expect(detail).not.toMatch(/sec/)
    expect(message).not.toMatch(/sec/)
    expect(detail.length).toBeGreaterThan(0)
  })

  test('never rejects, even where fetch throws at once or is not a function', async () => {
    const at = (fetch: unknown) => fetchSend(fetch as typeof globalThis.fetch, 1000, redact)(get('http://localhost'))
    failsWith(
      'NetworkFailed',
      await at(() => {
        throw new Error('boom')
      }),
    )
    failsWith('NetworkFailed', await at({}))
    failsWith('NetworkFailed', await at(() => undefined))
  })

  test('ends at the signal and at the limit with a fetch that heeds neither', async () => {
    const deaf = fetchSend(() => silence, 30, redact)
    failsWith('Aborted', await deaf(get('http://localhost', { signal: AbortSignal.timeout(5) })))
    failsWith('TimedOut', await deaf(get('http://localhost')))
  })

  test('does not leave an error unheard that comes too late', async () => {
    const late = fetchSend(() => new Promise((_, reject) => setTimeout(reject, 20, new Error('late'))), 5, redact)
    failsWith('TimedOut', await late(get('http://localhost')))
    await new Promise((resolve) => setTimeout(resolve, 30))
  })

  test('lets go of the signal', async () => {
    const { signal } = new AbortController()
    let listeners = 0
    signal.addEventListener = () => {
      listeners += 1
    }
    signal.removeEventListener = () => {
      listeners -= 1
    }
    const send = fetchSend(async () => new Response('x'), 1000, redact)
    for (let i = 0; i < 3; i += 1) expect(E.isRight(await send(get('http://localhost', { signal })))).toBe(true)
    expect(listeners).toBe(0)
  })
})
