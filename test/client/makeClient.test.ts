import type { ServerResponse } from 'node:http'
import { inspect } from 'node:util'
import { fetch as crossFetch } from 'cross-fetch'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Client,
  type ClientOptions,
  countRuns,
  type LoadError,
  loadRun,
  loadRuns,
  makeClient,
  orThrow,
} from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { failsWith, leftOf, rightOf } from '../loader/servers/either.ts'
import { type HttpServer, startServer } from '../loader/servers/http.ts'
import { quick } from '../loader/servers/quick.ts'
import { scripted } from '../loader/servers/scripted.ts'

const key = 'abcdef0123456789abcdef0123456789abcdef01'
const sent = btoa(`api:${key}`)
const forms = [key, sent, sent.replace(/=+$/, ''), key.slice(0, 20), sent.slice(5, 40)]

/** What of the key is to be found in something, however one looks at it. */
const leaks = (u: unknown): ReadonlyArray<string> => {
  const views = [inspect(u, { depth: 20, showHidden: true }), JSON.stringify(u) ?? '', String(u)]
  if (u instanceof Error) views.push(u.message, u.stack ?? '', String(u.cause), JSON.stringify(u.cause))
  return forms.filter((form) => views.some((view) => view.includes(form)))
}

/** The errors of every kind of load. */
const errorsOf = async (client: Client): Promise<ReadonlyArray<LoadError>> => {
  const loads = [
    countRuns({ project: 'team/vision' })(client),
    loadRuns({ project: 'vision' })(client),
    loadRun('team/vision/a')(client),
  ]
  const results = await Promise.all(loads.map((load) => load()))
  return results.map((result: E.Either<LoadError, unknown>) => leftOf(result))
}

const transports: ReadonlyArray<readonly [string, typeof globalThis.fetch | undefined]> = [
  ['the platform', undefined],
  ['cross-fetch', crossFetch],
]

describe.each(transports)('a client with the fetch of %s', (_, fetch) => {
  const client = (url: string, more: ClientOptions = {}) => quick(url, key, { fetch, maxRetries: 1, ...more })

  describe('and a server that redirects', () => {
    let elsewhere: HttpServer
    let target = ''
    let status = 302
    let redirecting: HttpServer
    beforeAll(async () => {
      elsewhere = await startServer((_, response) => response.end('{"data":{"project":{"runCount":1}}}'))
      redirecting = await startServer((_, response) => response.writeHead(status, { location: target }).end())
    })
    afterAll(() => Promise.all([elsewhere.close(), redirecting.close()]))

    test.each([301, 302, 303, 307, 308])('goes along no %i', async (code) => {
      status = code
      const port = new URL(elsewhere.url).port
      for (const to of [
        elsewhere.url,
        `http://localhost:${port}/graphql`,
        `${redirecting.url}/other`,
        '/other',
        '//x',
      ]) {
        target = to
        const before = redirecting.seen.length
        const error = failsWith('HttpFailed', await countRuns({ project: 'a/b' })(client(redirecting.url))())
        expect([error.status, leaks(error)]).toEqual([code, []])
        expect(redirecting.seen.length).toBe(before + 1)
      }
      expect(elsewhere.seen).toEqual([])
    })

    test('reports where it would lead', async () => {
      target = `${elsewhere.url}/login?next=x`
      const error = failsWith('HttpFailed', await countRuns({ project: 'a/b' })(client(redirecting.url))())
      expect(error.detail).toContain(`redirects to ${elsewhere.url},`)
    })
  })

  describe('and a server that echoes the key', () => {
    let answer: (authorization: string, response: ServerResponse) => void = () => {}
    let echo: HttpServer
    beforeAll(async () => {
      echo = await startServer((request, response) => answer(request.headers.authorization ?? '', response))
    })
    afterAll(() => echo.close())

    const decoded = (authorization: string): string => atob(authorization.replace('Basic ', ''))
    const bodies: ReadonlyArray<(echoed: string) => unknown> = [
      (echoed) => echoed,
      (echoed) => `<html>${echoed}</html>`,
      (echoed) => ({ error: echoed }),
      (echoed) => ({ error: { message: `bad header ${echoed}` } }),
      (echoed) => ({ message: echoed }),
      (echoed) => ({ errors: [echoed, { message: echoed, path: [echoed, 0] }], data: { [echoed]: [echoed] } }),
      (echoed) => ({ errors: [{ message: `${'x'.repeat(390)}${echoed}` }] }),
      (echoed) => ({ error: `${'x'.repeat(190)}${echoed}` }),
      (echoed) => ({ data: { project: null, viewer: { entity: echoed } } }),
      (echoed) => ({ data: { project: { run: { name: echoed, id: 7 }, runs: { pageInfo: echoed, edges: echoed } } } }),
      (echoed) => ({
        data: {
          viewer: { entity: 'team' },
          project: {
            runCount: 1,
            name: echoed,
            runs: { edges: [], pageInfo: { hasNextPage: true, endCursor: echoed } },
          },
        },
      }),
    ]

    test.each(bodies.map((body, index) => [index, body] as const))(
      'keeps it out of errors (body %i)',
      async (_, body) => {
        for (const status of [200, 400, 401, 403, 404, 429, 500])
          for (const form of [(text: string) => text, decoded, (text: string) => encodeURIComponent(text)]) {
            answer = (authorization, response) => {
              const echoed = form(authorization)
              const text = body(echoed)
              response.writeHead(status, {
                'X-Echo': echoed,
                Location: `https://example.com/${encodeURIComponent(echoed)}`,
              })
              response.end(typeof text === 'string' ? text : JSON.stringify(text))
            }
            const results = await Promise.all(
              [
                countRuns({ project: 'team/vision' })(client(echo.url, { maxRetries: 0 })),
                loadRuns({ project: 'vision' })(client(echo.url, { maxRetries: 0 })),
                loadRun('team/vision/a')(client(echo.url, { maxRetries: 0 })),
              ].map((load) => load()),
            )
            for (const result of results) if (E.isLeft(result)) expect(leaks(result.left)).toEqual([])
          }
      },
    )

    test('keeps it out of thrown values', async () => {
      answer = (authorization, response) => response.writeHead(500).end(JSON.stringify({ error: authorization }))
      const failure = await orThrow(countRuns({ project: 'a/b' })(client(echo.url))).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(Error)
      expect(leaks(failure)).toEqual([])
      expect(String(failure)).toContain('[key]')
    })
  })

  test('keeps the key out of errors of the network', async () => {
    const gone = await startServer(() => {})
    await gone.close()
    const errors = await errorsOf(client(gone.url, { maxRetries: 0 }))
    expect(errors.map(({ _tag }) => _tag)).toEqual(['NetworkFailed', 'NetworkFailed', 'NetworkFailed'])
    expect(leaks(errors)).toEqual([])
  })

  describe('and the sandbox', () => {
    let sandbox: Sandbox
    beforeAll(async () => {
      sandbox = await startSandbox({ records: [], synthetic: { project: 'training', runs: 5 } })
    })
    afterAll(() => sandbox.close())

    test('reads, with the key as W&B wants it', async () => {
      const { runs } = rightOf(
        await loadRuns({ project: 'synthetic/training' })(quick(sandbox.url, sandbox.apiKey, { fetch }))(),
      )
      expect(runs.length).toBe(5)
      expect(sandbox.requests[0]?.headers).toMatchObject({
        authorization: `Basic ${btoa(`api:${sandbox.apiKey}`)}`,
        'content-type': 'application/json',
      })
    })

    test('is told that another key is not accepted', async () => {
      const error = failsWith(
        'Unauthorized',
        await countRuns({ project: 'synthetic/training' })(quick(sandbox.url, key, { fetch }))(),
      )
      expect(error.detail).toBe('user is not logged in')
    })

    test('is told that it needs a key', async () => {
      const count = (headers?: Readonly<Record<string, string>>) =>
        countRuns({ project: 'synthetic/training' })(quick(sandbox.url, undefined, { fetch, headers }))()
      expect(failsWith('NoCredentials', await count()).message).toMatch(/pass apiKey/)
      // Headers may be credentials as well, and then those are wrong.
      failsWith('Unauthorized', await count({ authorization: 'Bearer x' }))
    })

    test('reads through every fault of the way', async () => {
      const count = () =>
        countRuns({ project: 'synthetic/training' })(quick(sandbox.url, sandbox.apiKey, { fetch, timeoutMs: 400 }))()
      for (const fault of [
        { kind: 'status', status: 503, body: 'html' },
        { kind: 'rate-limit', retryAfter: 0 },
        { kind: 'reset' },
        { kind: 'truncate' },
        { kind: 'html' },
        { kind: 'slow-body', ms: 1500 },
        { kind: 'latency', ms: 600 },
      ] as const) {
        sandbox.faults.clear()
        sandbox.faults.add({ ...fault, when: { times: 1 } })
        expect([fault.kind, rightOf(await count())]).toEqual([fault.kind, 5])
      }
      sandbox.faults.clear()
    })
  })
})

describe('makeClient', () => {
  test('shows the key nowhere in the client', () => {
    const client = makeClient({ apiKey: key })
    expect(leaks(client)).toEqual([])
    expect(leaks(Object.values(client))).toEqual([])
    expect(leaks(structuredClone(JSON.parse(JSON.stringify(client))))).toEqual([])
  })

  test('has the addresses and defaults', () => {
    const { baseUrl, appUrl, entity, project, configError, limits } = makeClient()
    expect([baseUrl, appUrl, entity, project, configError]).toEqual([
      'https://api.wandb.ai',
      'https://wandb.ai',
      undefined,
      undefined,
      undefined,
    ])
    expect(limits).toEqual({
      timeoutMs: 30_000,
      maxRetries: 8,
      maxElapsedMs: 300_000,
      firstDelayMs: 1000,
      maxDelayMs: 30_000,
    })
  })

  test('has the web app that belongs to the server, or the one that it is given', () => {
    expect(makeClient({ baseUrl: 'https://api.example.com' }).appUrl).toBe('https://app.example.com')
    expect(makeClient({ appUrl: ' https://ui.example.com// ' }).appUrl).toBe('https://ui.example.com')
  })

  test('takes a blank entity or project for none', () => {
    const { entity, project } = makeClient({ entity: ' ', project: '' })
    expect([entity, project]).toEqual([undefined, undefined])
  })

  test('is frozen', () => {
    const client = makeClient()
    expect([Object.isFrozen(client), Object.isFrozen(client.limits)]).toEqual([true, true])
  })

  test('sends the key to its own server only', async () => {
    const headers: Array<string | null> = []
    const fetch: typeof globalThis.fetch = async (_, init) => {
      headers.push(new Headers(init?.headers).get('authorization'))
      return new Response()
    }
    const client = makeClient({
      apiKey: key,
      baseUrl: 'https://wandb.example.com',
      fetch,
      headers: { Authorization: 'x' },
    })
    const to = async (url: string) => {
      await client.send({ method: 'GET', url, headers: {} })
      return headers.at(-1)
    }
    expect(await to('https://wandb.example.com/graphql')).toBe(`Basic ${sent}`)
    for (const url of [
      'https://wandb.example.com.evil.com/graphql',
      'https://wandb.example.com@evil.com/',
      'https://wandb.example.com:8443/graphql',
      'http://wandb.example.com/graphql',
      'https://storage.example.com/file',
    ])
      expect(await to(url)).toBeNull()
  })

  test('asks fetch not to follow redirects', async () => {
    const server = scripted(() => ({ data: { project: { runCount: 1 } } }))
    rightOf(await countRuns({ project: 'a/b' })(makeClient({ fetch: server.fetch }))())
    expect(server.sent[0]?.redirect).toBe('manual')
  })

  test('sends no credentials without a key', async () => {
    const server = scripted(() => ({ data: { project: { runCount: 1 } } }))
    rightOf(await countRuns({ project: 'a/b' })(makeClient({ fetch: server.fetch }))())
    expect(server.sent[0]?.headers).not.toHaveProperty('authorization')
  })

  test('sends more headers once each, and the key instead of another credential', async () => {
    const server = scripted(() => ({ data: { project: { runCount: 1 } } }))
    const headers = { 'X-Team': 'a', authorization: 'Bearer b', 'content-TYPE': 'text/plain' }
    rightOf(await countRuns({ project: 'a/b' })(makeClient({ apiKey: key, fetch: server.fetch, headers }))())
    expect(server.sent[0]?.headers).toEqual({
      accept: 'application/json',
      authorization: `Basic ${sent}`,
      'content-type': 'application/json',
      'x-team': 'a',
    })
  })

  test.each([
    ['apiKey', { apiKey: '' }],
    ['apiKey', { apiKey: ' ' }],
    ['apiKey', { apiKey: `${key}\n` }],
    ['apiKey', { apiKey: null as never }],
    ['apiKey', { apiKey: 7 as never }],
    ['baseUrl', { baseUrl: '' }],
    ['baseUrl', { baseUrl: 'api.wandb.ai' }],
    ['baseUrl', { baseUrl: 'https://wandb.ai' }],
    ['baseUrl', { baseUrl: `https://api:${key}@api.wandb.ai` }],
    ['baseUrl', { baseUrl: 7 as never }],
    ['appUrl', { appUrl: 'javascript:alert(1)' }],
    ['appUrl', { appUrl: {} as never }],
    ['headers', { headers: { a: 'b\nc' } }],
    ['fetch', { fetch: {} as never }],
    ['sleep', { sleep: 7 as never }],
    ['now', { now: 7 as never }],
    ['random', { random: 0.5 as never }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: Number.NaN }],
    ['maxRetries', { maxRetries: -1 }],
    ['maxRetries', { maxRetries: Number.POSITIVE_INFINITY }],
    ['maxElapsedMs', { maxElapsedMs: Number.POSITIVE_INFINITY }],
    ['firstDelayMs', { firstDelayMs: '5' as never }],
    ['maxDelayMs', { maxDelayMs: -5 }],
    ['maxBodyBytes', { maxBodyBytes: 0 }],
    ['maxBodyBytes', { maxBodyBytes: Number.POSITIVE_INFINITY }],
    ['onRetry', { onRetry: true as never }],
  ])('returns InvalidClient for every load with a wrong %s, and sends nothing (%#)', async (option, options) => {
    const server = scripted(() => ({ data: {} }))
    const client = makeClient({ apiKey: key, fetch: server.fetch, ...options })
    const errors = await errorsOf(client)
    expect(errors).toEqual([client.configError, client.configError, client.configError])
    expect(errors[0]).toMatchObject({ _tag: 'InvalidClient', option })
    expect(leftOf(await client.send({ method: 'GET', url: `${client.baseUrl}/x`, headers: {} }))).toBe(
      client.configError,
    )
    expect([server.sent, leaks([client, errors])]).toEqual([[], []])
  })

  test('uses cross-fetch where the platform has no fetch', async () => {
    const sandbox = await startSandbox({ records: [], synthetic: { project: 'training', runs: 2 } })
    const platform = Object.getOwnPropertyDescriptor(globalThis, 'fetch') as PropertyDescriptor
    Reflect.deleteProperty(globalThis, 'fetch')
    try {
      expect(rightOf(await countRuns({ project: 'synthetic/training' })(quick(sandbox.url, sandbox.apiKey))())).toBe(2)
    } finally {
      Object.defineProperty(globalThis, 'fetch', platform)
      await sandbox.close()
    }
  })
})
