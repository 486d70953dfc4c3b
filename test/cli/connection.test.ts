import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { startForwardProxy } from '../node/servers/forwardProxy.ts'
import { authorityFile, startTlsServer } from '../node/servers/tlsServer.ts'
import { bundleProgram, call, type StartOptions } from './call.ts'

bundleProgram()

let sandbox: Sandbox
let directory: string
beforeAll(async () => {
  sandbox = await startSandbox({ records: [], synthetic: { project: 'training', runs: 3, historyRows: 5 } })
  directory = mkdtempSync(join(tmpdir(), 'cli-'))
})
afterAll(async () => {
  await sandbox.close()
  rmSync(directory, { recursive: true })
})

const list = ['runs', '--project', 'synthetic/training', '--json']

const countOf = (stdout: string): number => JSON.parse(stdout).totalCount

describe('a proxy', () => {
  test('takes plain requests and tunnels, with credentials, and NO_PROXY goes past it', async () => {
    const proxy = await startForwardProxy({ user: 'user', password: 'p@ss w0rd' })
    const plain = await call(list, sandbox, { env: { HTTP_PROXY: proxy.url } })
    expect([countOf(plain.stdout), plain.stderr]).toEqual([3, ''])
    expect(proxy.seen.every((line) => line === `POST ${sandbox.url}/graphql`)).toBe(true)
    expect(proxy.seen.length).toBeGreaterThan(0)

    const server = await startTlsServer(sandbox.url)
    const secure = { url: server.url, apiKey: sandbox.apiKey }
    const env = { https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: authorityFile }
    const tunnelled = await call(list, secure, { env })
    expect([countOf(tunnelled.stdout), tunnelled.stderr]).toEqual([3, ''])
    expect(proxy.seen.at(-1)).toBe(`CONNECT ${new URL(server.url).host}`)

    const before = proxy.seen.length
    const past = await call(list, secure, { env: { ...env, no_proxy: 'localhost,127.0.0.1' } })
    expect([countOf(past.stdout), proxy.seen.length]).toEqual([3, before])
    await Promise.all([proxy.close(), server.close()])
  })

  test('has its own words where it wants other credentials, and they are not shown', async () => {
    const proxy = await startForwardProxy({ user: 'user', password: 'right' })
    const env = {
      HTTPS_PROXY: `http://user:topsecret@${proxy.host}`,
      HTTP_PROXY: `http://user:topsecret@${proxy.host}`,
    }
    for (const url of [sandbox.url, sandbox.url.replace('http:', 'https:')]) {
      const { code, stdout, stderr } = await call(list, { url, apiKey: sandbox.apiKey }, { env })
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toMatch(/^The proxy requires another user name and password .*HTTPS_PROXY.*\n$/)
      expect(stderr).not.toContain('topsecret')
    }
    await proxy.close()
  })
})

describe('a certificate of a private authority', () => {
  test.each(['server', 'selfSigned'] as const)('says what to do, at once: %s', async (certificate) => {
    const server = await startTlsServer(sandbox.url, certificate)
    const start = Date.now()
    const { code, stderr } = await call(list, { url: server.url, apiKey: sandbox.apiKey })
    expect(code).toBe(1)
    expect(stderr).toMatch(/NODE_EXTRA_CA_CERTS/)
    expect(Date.now() - start).toBeLessThan(15_000)
    await server.close()
  })

  test('is accepted with NODE_EXTRA_CA_CERTS', async () => {
    const server = await startTlsServer(sandbox.url)
    const env = { NODE_EXTRA_CA_CERTS: authorityFile }
    const { stdout, stderr } = await call(list, { url: server.url, apiKey: sandbox.apiKey }, { env })
    expect([countOf(stdout), stderr]).toEqual([3, ''])
    await server.close()
  })
})

describe('the settings of the folder', () => {
  const inFolder = (text: string, env: StartOptions['env']) => {
    mkdirSync(join(directory, 'wandb'), { recursive: true })
    writeFileSync(join(directory, 'wandb', 'settings'), `[default]\n${text}\n`)
    return call(list, undefined, { cwd: directory, env: { WANDB_API_KEY: sandbox.apiKey, ...env } })
  }

  test('that name a server are told on stderr, with the file and the host', async () => {
    const { code, stdout, stderr } = await inFolder(`base_url = ${sandbox.url}`, {})
    expect([code, countOf(stdout)]).toEqual([0, 3])
    expect(stderr).toContain(join(directory, 'wandb', 'settings'))
    expect(stderr).toContain(new URL(sandbox.url).host)
    expect(stderr.trimEnd().split('\n').length).toBe(1)
  })

  test('cannot send the key over a network unencrypted', async () => {
    const { code, stdout, stderr } = await inFolder('base_url = http://evil.example.com', {})
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(
      /wandb\/settings would send the API key to evil\.example\.com unencrypted.*WANDB_INSECURE_HTTP/,
    )
  })
})

describe('another server', () => {
  const foreign = 'https://other.example.com/acme/zoo'
  test.each([
    ['runs --project', ['runs', '--project', foreign]],
    ['query --project', ['query', 'runs.count', '--project', foreign]],
    ['export --project', ['export', 'runs', '--project', foreign]],
    ['history', ['history', `${foreign}/runs/r0`]],
    ['history --project', ['history', 'r0', '--project', foreign]],
    ['history of a whole path --project', ['history', 'acme/zoo/r0', '--project', foreign]],
    ['export history', ['export', 'history', `${foreign}/runs/r0`]],
    ['export history --project', ['export', 'history', '--project', foreign]],
  ])('in %s is refused, and both are named', async (_, args) => {
    const { code, stdout, stderr } = await call(args, sandbox)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`on other.example.com, but the client is connected to ${new URL(sandbox.url).host}`)
  })
})

describe('a key that was pasted', () => {
  const key = 'secret0key0secret0key0secret0key0secret0'
  const other = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'
  test.each([
    ['as the command', (pasted: string) => [pasted]],
    ['as an option', (pasted: string) => ['runs', `--${pasted}`]],
    ['as the project', (pasted: string) => ['runs', '--project', `${pasted}/a/b`]],
    ['as a run', (pasted: string) => ['history', `a/b/c/${pasted}`]],
    ['in a URL', (pasted: string) => ['runs', '--project', `https://${pasted}@wandb.ai/a/b`]],
    ['as a password', (pasted: string) => ['history', `https://api:${pasted}@wandb.ai/a/b/runs/c`]],
    ['as an argument', (pasted: string) => ['runs', pasted]],
    ['as the expression', (pasted: string) => ['query', pasted]],
    ['as a limit', (pasted: string) => ['runs', '--limit', pasted]],
    ['as a filter', (pasted: string) => ['runs', '--filter', pasted]],
    ['as columns', (pasted: string) => ['runs', '--columns', pasted, '--project', 'a/b']],
    ['as the order', (pasted: string) => ['runs', '--order', pasted, '--project', 'a/b']],
    ['as a format', (pasted: string) => ['export', '--format', pasted]],
    ['as an output', (pasted: string) => ['export', '--output', `/nowhere/${pasted}/runs.csv`]],
    ['as what to export', (pasted: string) => ['export', pasted]],
    ['as keys', (pasted: string) => ['history', 'a', '--keys', `[${pasted}`]],
  ])('%s stands nowhere in the output', async (_, args) => {
    const pastes = [key, other]
    const outcomes = await Promise.all(pastes.map((pasted) => call(args(pasted), { url: sandbox.url, apiKey: key })))
    for (const [at, { code, stdout, stderr }] of outcomes.entries()) {
      expect(code).toBeGreaterThan(0)
      expect(`${stdout}${stderr}`).not.toContain(pastes[at])
    }
  })
})
