import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { lines } from './fixture.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ records: lines })
})
afterEach(() => sandbox.close())

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** As a browser sends it: `fetch` lets nobody set `Host`. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(`${sandbox.url}${path}`, { method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }))
    })
    sent.on('error', reject).end(body)
  })

const graphql = (headers: Record<string, string> = {}) =>
  ask(
    '/graphql',
    { authorization: `Basic ${btoa(`api:${sandbox.apiKey}`)}`, ...headers },
    'POST',
    '{"query":"{ viewer { username } }"}',
  )

describe('the host', () => {
  test.each(['127.0.0.1', '127.0.0.1:80', 'localhost:8080', '[::1]:8080', 'wandb.localhost'])(
    '%s is answered',
    async (host) => {
      expect((await graphql({ host })).status).toBe(200)
    },
  )

  test.each([
    'attacker.example',
    'attacker.example:8080',
    '127.0.0.1.attacker.example',
    'localhost.example',
    '169.254.1.1',
  ])('%j is not, whatever is asked', async (host) => {
    for (const path of [
      '/sandbox/requests',
      '/sandbox/faults',
      '/graphql',
      '/files/team/vision/alpha/config.yaml',
      '/',
    ])
      expect((await ask(path, { host })).status).toBe(421)
  })
})

describe('/sandbox', () => {
  test('reports requests without their secrets', async () => {
    await graphql({ cookie: 'session=secret' })
    const { body } = await ask('/sandbox/requests')
    expect(JSON.parse(body)[0].headers).toMatchObject({ authorization: '[redacted]', cookie: '[redacted]' })
    expect(body).not.toContain(btoa(`api:${sandbox.apiKey}`))
    expect(sandbox.requests[0]?.headers['authorization']).toMatch(/^Basic /)
  })

  test.each([
    { origin: 'https://attacker.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('has no access from a page: %j', async (headers) => {
    expect((await ask('/sandbox/requests', headers)).status).toBe(403)
    const fault = '{"kind":"status","status":500}'
    expect((await ask('/sandbox/faults', { 'content-type': 'text/plain', ...headers }, 'POST', fault)).status).toBe(403)
    expect(sandbox.faults.list()).toEqual([])
  })
})

describe('pages of other origins', () => {
  const origin = 'https://page.example'
  const preflight = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  }

  test('are not answered by default', async () => {
    const allowed = async (answer: Promise<Answer>) => (await answer).headers['access-control-allow-origin']
    expect([await allowed(graphql({ origin })), await allowed(ask('/graphql', preflight, 'OPTIONS'))]).toEqual([
      undefined,
      undefined,
    ])
  })

  test.each([true, [origin]])('are answered with cors: %j, preflights and errors too', async (cors) => {
    await sandbox.close()
    sandbox = await startSandbox({ records: lines, cors })
    const asked = await ask('/graphql', preflight, 'OPTIONS')
    expect(asked.status).toBe(204)
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-headers': 'authorization,content-type',
      'access-control-allow-methods': expect.stringContaining('POST'),
    })
    for (const answer of [await graphql({ origin }), await graphql({ origin, authorization: 'Basic wrong' })])
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': expect.stringContaining('retry-after'),
        vary: 'origin',
      })
    expect((await ask('/sandbox/requests', { origin })).status).toBe(403)
  })

  test('that are not listed are not answered', async () => {
    await sandbox.close()
    sandbox = await startSandbox({ records: lines, cors: ['https://other.example'] })
    for (const answer of [await graphql({ origin }), await ask('/graphql', preflight, 'OPTIONS')])
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })
})
