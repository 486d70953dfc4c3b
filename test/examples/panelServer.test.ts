import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Panel, startPanel } from '../../examples/panel/node/startPanel.ts'

let panel: Panel
beforeAll(async () => {
  panel = await startPanel({ runs: 5 })
}, 60_000)
afterAll(() => panel?.close())

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** Sends a request as a browser may, whose `Host` no program can set through `fetch`. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(panel.url)
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }))
    })
    sent.on('error', reject).end(body)
  })

const viewer = '{"query":"{ viewer { username } }"}'

test('serves the page and its files', async () => {
  const { status, body, headers } = await ask('/')
  expect([status, body.includes('Query panel'), headers['x-content-type-options']]).toEqual([200, true, 'nosniff'])
  const files = [...body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path)
  expect(files.length).toBeGreaterThan(1)
  for (const path of files) expect((await ask(path)).status).toBe(200)
})

test.each([
  '/__open-in-editor?file=/etc/passwd',
  '/__inspect/',
  '/@fs/etc/passwd',
  '/@vite/client',
  '/@id/__x00__plugin',
  '/node_modules/vite/package.json',
  '/page/main.ts',
  '/src/index.ts',
  '/index.html?raw',
  '/../package.json',
  '/%2e%2e/package.json',
  '/assets/../../package.json',
  '/assets/index.js.map',
  '/package.json',
  '/server',
  '/__vite_ping',
  '/favicon.ico',
  '//',
  '//attacker.example/',
  '/%',
  'http://attacker.example/',
  '*',
])('serves nothing of the build tool or the disk: %s', async (path) => {
  expect((await ask(path)).status).toBe(404)
})

test('has no websocket', async () => {
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-version': '13',
  }
  expect((await ask('/?token=x', headers)).status).toBe(200)
})

test('has no source maps', async () => {
  const { body } = await ask('/')
  const [, script = ''] = /src="(\/[^"]+\.js)"/.exec(body) ?? []
  expect((await ask(script)).body).not.toContain('sourceMappingURL')
})

describe('other pages', () => {
  test.each([
    { origin: 'https://attacker.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
    { 'sec-fetch-site': 'same-site' },
    { host: 'attacker.example' },
    { host: 'localhost.attacker.example:80' },
    { host: '127.0.0.1' },
  ])('are answered nothing: %j', async (headers) => {
    for (const [path, method] of [
      ['/', 'GET'],
      ['/server/graphql', 'POST'],
      ['/server/sandbox/requests', 'GET'],
      ['/none', 'GET'],
    ] as const)
      expect((await ask(path, headers, method, method === 'POST' ? viewer : '')).status).toBe(403)
  })

  test('may link to the page, and to nothing else', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await ask('/', headers)).status).toBe(200)
    expect((await ask('/server/graphql', headers)).status).toBe(403)
  })
})

test('sends requests on to the server, and errors back', async () => {
  const authorization = `Basic ${btoa(`api:${panel.sandbox?.apiKey}`)}`
  const headers = {
    authorization,
    'content-type': 'application/json',
    cookie: 'session=secret',
    'content-length': `${viewer.length}`,
  }
  panel.sandbox?.resetRequests()
  expect(JSON.parse((await ask('/server/graphql', headers, 'POST', viewer)).body).data.viewer.username).toBe(
    'synthetic-user',
  )
  expect(panel.sandbox?.requests[0]?.headers).not.toHaveProperty('cookie')
  const refused = await ask('/server/graphql', {}, 'POST', viewer)
  expect([refused.status, refused.headers['content-security-policy']]).toEqual([401, "default-src 'none'; sandbox"])
  // Both stay at the server, which has no GET there.
  for (const path of ['/server//attacker.example/graphql', '/server/../../graphql'])
    expect((await ask(path)).status).toBe(405)
  expect((await ask('/server/graphql', {}, 'DELETE')).status).toBe(404)
})
