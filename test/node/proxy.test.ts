import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { countRuns, loadFiles, loadHistory, loadRuns, orThrow } from 'wandb-run-ops/loader'
import { clientFromEnv, downloadFile, type EnvOptions } from 'wandb-run-ops/node'
import { type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { proxyOf } from '../../src/node/proxy.ts'
import { failsWith, leftOf, rightOf } from '../loader/servers/either.ts'
import { type ForwardProxy, type ProxyOptions, startForwardProxy } from './servers/forwardProxy.ts'
import { startTlsServer } from './servers/tlsServer.ts'

const PASSWORD = 'p@ss w0rd'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({
    records: [],
    synthetic: { project: 'training', runs: 5, historyRows: 20, filesPerRun: 2 },
  })
})
afterAll(() => sandbox.close())

const proxies: Array<ForwardProxy> = []
afterEach(async () => {
  vi.doUnmock('undici')
  await Promise.all(proxies.splice(0).map(({ close }) => close()))
})

const proxyWith = async (options: ProxyOptions = {}): Promise<ForwardProxy> => {
  const proxy = await startForwardProxy(options)
  proxies.push(proxy)
  return proxy
}

const clientWith = (env: EnvOptions['env'], more: EnvOptions = {}) =>
  clientFromEnv({
    apiKey: sandbox.apiKey,
    baseUrl: sandbox.url,
    home: '/nonexistent',
    directory: '/nonexistent',
    env,
    maxRetries: 1,
    firstDelayMs: 1,
    ...more,
  })

const count = (client: ReturnType<typeof clientWith>) => countRuns({ project: 'synthetic/training' })(client)()

describe('plain http', () => {
  test.each(['HTTP_PROXY', 'http_proxy'])(
    'goes through the proxy of %s, as a request with the whole URL',
    async (name) => {
      const proxy = await proxyWith()
      expect(rightOf(await count(clientWith({ [name]: proxy.url })))).toBe(5)
      expect(proxy.seen).toEqual([`POST ${sandbox.url}/graphql`])
    },
  )

  test('the variable in lower case goes first, and a blank one does not count', async () => {
    const proxy = await proxyWith()
    const other = await proxyWith()
    rightOf(await count(clientWith({ HTTP_PROXY: other.url, http_proxy: proxy.url })))
    rightOf(await count(clientWith({ HTTP_PROXY: proxy.url, http_proxy: ' ' })))
    expect([proxy.seen.length, other.seen.length]).toEqual([2, 0])
  })

  test('a proxy needs no scheme', async () => {
    const proxy = await proxyWith()
    rightOf(await count(clientWith({ HTTP_PROXY: proxy.host })))
    expect(proxy.seen.length).toBe(1)
  })

  test('HTTPS_PROXY is not for it', async () => {
    const proxy = await proxyWith()
    rightOf(await count(clientWith({ HTTPS_PROXY: proxy.url })))
    expect(proxy.seen).toEqual([])
  })

  test('the user and the password are sent, decoded', async () => {
    const proxy = await proxyWith({ user: 'a user', password: PASSWORD })
    expect(rightOf(await count(clientWith({ HTTP_PROXY: proxy.url })))).toBe(5)
  })

  test('histories, files and downloads go through it too', async () => {
    const proxy = await proxyWith()
    const client = clientWith({ HTTP_PROXY: proxy.url })
    const { runs } = await orThrow(loadRuns({ project: 'synthetic/training', limit: 1 })(client))
    const run = runs[0] as (typeof runs)[0]
    const { length } = await orThrow(loadHistory({ run })(client))
    expect(length).toBe(20)
    const { items } = await orThrow(loadFiles({ run })(client))
    const folder = mkdtempSync(join(tmpdir(), 'proxy-'))
    const name = String(items[0]?.name)
    const before = proxy.seen.length
    await orThrow(downloadFile({ run, name, folder })(client))
    expect(readFileSync(join(folder, name)).length).toBeGreaterThan(0)
    rmSync(folder, { recursive: true })
    expect(proxy.seen.slice(before).join()).toMatch(/GET http:\/\/127\.0\.0\.1:\d+\/files\//)
  })
})

describe('https', () => {
  test.each([
    ['HTTPS_PROXY', { HTTPS_PROXY: true }],
    ['https_proxy', { https_proxy: true }],
    ['HTTP_PROXY, where there is no other', { HTTP_PROXY: true }],
  ])('goes through a tunnel of %s, and its certificate is checked', async (_, names) => {
    const proxy = await proxyWith({ user: 'user', password: PASSWORD })
    const server = await startTlsServer(sandbox.url)
    const env = Object.fromEntries(Object.keys(names).map((name) => [name, proxy.url]))
    const error = failsWith('NetworkFailed', await count(clientWith(env, { baseUrl: server.url })))
    expect(error.message).toMatch(/no authority .*NODE_EXTRA_CA_CERTS/)
    expect(proxy.seen).toEqual([`CONNECT ${server.url.replace('https://', '')}`])
    await server.close()
  })
})

describe('a proxy that refuses', () => {
  const isSilent = (u: unknown): void => {
    const shown = JSON.stringify(u) + String((u as Error).message)
    for (const secret of [
      PASSWORD,
      encodeURIComponent(PASSWORD),
      'wrong',
      Buffer.from('user:wrong').toString('base64'),
    ])
      expect(shown).not.toContain(secret)
  }

  test.each(['http', 'https'])('has its own words where it wants other credentials: %s', async (protocol) => {
    const proxy = await proxyWith({ user: 'user', password: PASSWORD })
    for (const url of [`http://user:wrong@${proxy.host}`, `http://${proxy.host}`]) {
      const client = clientWith({ HTTP_PROXY: url }, { baseUrl: sandbox.url.replace('http', protocol), maxRetries: 8 })
      const error = failsWith('HttpFailed', await count(client))
      expect(error.status).toBe(407)
      expect(error.message).toMatch(/^The proxy requires .*HTTPS_PROXY/)
      isSilent(error)
    }
    expect(proxy.seen).toEqual([])
  })

  test('is final where it does not allow the host, and tried again where it cannot reach it', async () => {
    const refusing = await proxyWith({ refuse: 403 })
    const client = clientWith({ HTTPS_PROXY: refusing.url }, { baseUrl: 'https://127.0.0.1:4444', maxRetries: 3 })
    const error = failsWith('NetworkFailed', await count(client))
    expect(error.message).toMatch(/refused by the proxy of HTTPS_PROXY with HTTP status 403.*check the proxy/)
    expect(refusing.seen.length).toBe(1)
    const failing = await proxyWith({ refuse: 502 })
    const later = clientWith({ HTTPS_PROXY: failing.url }, { baseUrl: 'https://127.0.0.1:4444', maxRetries: 2 })
    expect(failsWith('NetworkFailed', await count(later)).message).toMatch(/502.*proxy of HTTPS_PROXY/)
    expect(failing.seen.length).toBe(3)
  })

  test('is named where it is not there, without its password', async () => {
    const { host, close } = await startForwardProxy()
    await close()
    const error = failsWith('NetworkFailed', await count(clientWith({ http_proxy: `http://user:wrong@${host}` })))
    expect(error.message).toMatch(/ECONNREFUSED.*through the proxy of http_proxy.*check the proxy/)
    isSilent(error)
  })

  test('and its password are not shown where the server repeats them', async () => {
    const proxy = await proxyWith()
    const client = clientWith({ HTTP_PROXY: proxy.url.replace('://', '://user:wrong@') })
    for (const echo of ['user:wrong', 'wrong', Buffer.from('user:wrong').toString('base64'), sandbox.apiKey])
      expect(client.redact(`a ${echo} b`)).toMatch(/^a \[(password|key)\] b$/)
    expect(JSON.stringify(client)).not.toContain('wrong')
  })
})

describe('NO_PROXY', () => {
  const { port } = new URL('http://127.0.0.1:1')
  test.each([
    ['*', true],
    ['127.0.0.1', true],
    ['example.com, 127.0.0.1', true],
    ['example.com 127.0.0.1', true],
    ['127.0.0.0/8', true],
    ['10.0.0.0/8', false],
    ['127.0.0.1:1', false],
    ['127.0.0.10', false],
    ['0.0.1', false],
    ['', false],
    [`127.0.0.1/${port}x`, false],
  ])('%j excludes 127.0.0.1: %s', async (noProxy, excluded) => {
    const proxy = await proxyWith()
    for (const name of ['NO_PROXY', 'no_proxy'])
      rightOf(await count(clientWith({ HTTP_PROXY: proxy.url, [name]: noProxy })))
    expect(proxy.seen.length).toBe(excluded ? 0 : 2)
  })

  test.each([
    ['corp.net', 'wandb.corp.net', true],
    ['.corp.net', 'wandb.corp.net', true],
    ['*.corp.net', 'wandb.corp.net', true],
    ['CORP.net', 'wandb.corp.NET', true],
    ['wandb.corp.net:8080', 'wandb.corp.net:8080', true],
    ['wandb.corp.net:8080', 'wandb.corp.net', false],
    ['wandb.corp.net:80', 'wandb.corp.net', true],
    ['corp.net', 'evilcorp.net', false],
    ['[::1]', '[::1]:8080', true],
    ['::1', '[::1]:8080', true],
    ['fd00::/8', '[fd00::5]', true],
  ])('%j excludes %s: %s', async (noProxy, host, excluded) => {
    vi.doMock('undici', () => {
      throw new Error('not installed')
    })
    const proxy = proxyOf({ HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: noProxy })
    expect(await proxy?.problem(`http://${host}/graphql`)).toEqual(
      excluded ? undefined : expect.objectContaining({ _tag: 'InvalidClient' }),
    )
  })
})

describe('the variables', () => {
  test('none, or none with a value, leave the fetch of the platform', () => {
    expect(proxyOf({})).toBeUndefined()
    expect(proxyOf({ HTTP_PROXY: '', https_proxy: ' ', NO_PROXY: '*' })).toBeUndefined()
  })

  test('a fetch that is passed needs no proxy', async () => {
    const client = clientWith({ HTTP_PROXY: 'http://127.0.0.1:1' }, { fetch: globalThis.fetch })
    expect(rightOf(await count(client))).toBe(5)
  })

  test.each(['socks5://user:wrong@127.0.0.1:1080', 'http://', 'http://user:wr ong@a b', 'ftp://127.0.0.1'])(
    '%j is no proxy, and is not repeated',
    async (value) => {
      const client = clientWith({ HTTPS_PROXY: value })
      const error = leftOf(await count(client))
      expect(error).toMatchObject({ _tag: 'InvalidClient', option: 'HTTPS_PROXY' })
      expect(JSON.stringify(error)).not.toMatch(/wrong|wr ong/)
    },
  )

  test('without undici, say what to install, and nothing is sent', async () => {
    vi.doMock('undici', () => {
      throw new Error('not installed')
    })
    const before = sandbox.requests.length
    const error = leftOf(await count(clientWith({ HTTP_PROXY: 'http://127.0.0.1:1' })))
    expect(error).toMatchObject({ _tag: 'InvalidClient', option: 'HTTP_PROXY' })
    expect(error.message).toContain('npm install undici')
    expect(E.isRight(await count(clientWith({ HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '127.0.0.1' })))).toBe(true)
    expect(sandbox.requests.length).toBe(before + 1)
  })
})
