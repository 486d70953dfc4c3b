import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { countRuns } from 'wandb-run-ops/loader'
import { clientFromEnv, type EnvOptions } from 'wandb-run-ops/node'
import { rightOf } from '../loader/servers/either.ts'
import { scripted } from '../loader/servers/scripted.ts'

let home: string
let directory: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'))
  directory = mkdtempSync(join(tmpdir(), 'work-'))
})
afterEach(() => {
  for (const folder of [home, directory]) rmSync(folder, { recursive: true })
})

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
const writeNetrc = (text: string): void => write(join(home, '.netrc'), text)
const writeSettings = (text: string): void => write(join(directory, 'wandb', 'settings'), `[default]\n${text}\n`)
const writeUserSettings = (text: string): void =>
  write(join(home, '.config', 'wandb', 'settings'), `[default]\n${text}\n`)

const opened = (options: EnvOptions = {}) => {
  const server = scripted(() => ({ data: { project: { name: 'vision', entityName: 'team', runCount: 7 } } }))
  const warnings: Array<string> = []
  const onWarning = (message: string) => warnings.push(message)
  const client = clientFromEnv({ env: {}, home, directory, fetch: server.fetch, onWarning, ...options })
  return { client, sent: server.sent, warnings }
}

/** Where a client sends, and the key that it sends there. */
const target = async (options: EnvOptions = {}) => {
  const { client, sent } = opened(options)
  rightOf(await countRuns({ project: 'team/vision' })(client)())
  const key = atob(sent[0]?.headers['authorization']?.replace('Basic ', '') ?? '').replace('api:', '')
  return [new URL(String(sent[0]?.url)).host, key, client.appUrl]
}

const CLOUD = 'https://api.wandb.ai'
const FORGE = 'https://api.forge.coreweave.com'

describe('the two hosts of W&B', () => {
  const cloudKey = 'machine api.wandb.ai login user password from-cloud\n'
  const forgeKey = 'machine api.forge.coreweave.com login user password from-forge\n'

  test('a key that netrc has for either serves both, and that of the host itself goes first', async () => {
    writeNetrc(cloudKey)
    expect((await target({ baseUrl: FORGE }))[1]).toBe('from-cloud')
    writeNetrc(forgeKey)
    expect((await target({ baseUrl: CLOUD }))[1]).toBe('from-forge')
    writeNetrc(`${cloudKey}${forgeKey}`)
    expect((await target({ baseUrl: FORGE }))[1]).toBe('from-forge')
    expect((await target({ baseUrl: CLOUD }))[1]).toBe('from-cloud')
    writeNetrc(`default login x password no\n${cloudKey}`)
    expect((await target({ baseUrl: FORGE }))[1]).toBe('from-cloud')
  })

  test('it serves no other host', () => {
    writeNetrc(`${cloudKey}${forgeKey}`)
    for (const baseUrl of [
      'https://api.forge.coreweave.com.evil.com',
      'https://api.qa.forge.coreweave.com',
      'https://api.wandb.ai.evil.com',
      'https://wandb.example.com',
    ])
      expect(opened({ baseUrl }).client.configError).toMatchObject({ _tag: 'NoCredentials' })
  })

  test('where no server is chosen, it is the one that netrc has a key for', async () => {
    writeNetrc(forgeKey)
    expect(await target()).toEqual(['api.forge.coreweave.com', 'from-forge', 'https://forge.coreweave.com/wandb'])
    writeNetrc(`${forgeKey}${cloudKey}`)
    expect(await target()).toEqual(['api.wandb.ai', 'from-cloud', 'https://wandb.ai'])
    writeNetrc('default login x password any')
    expect(await target()).toEqual(['api.wandb.ai', 'any', 'https://wandb.ai'])
  })

  test('the address that Forge passes the API on at is read as the API', async () => {
    writeNetrc(forgeKey)
    writeSettings('base_url = https://forge.coreweave.com/api/wandb')
    expect(await target()).toEqual(['api.forge.coreweave.com', 'from-forge', 'https://forge.coreweave.com/wandb'])
  })

  test('a file that one names at the other is fetched with the key, and from nowhere else', async () => {
    const { client } = opened({ baseUrl: FORGE, apiKey: 'k' })
    const headers: Array<string | null> = []
    const fetch: typeof globalThis.fetch = async (_, init) => {
      headers.push(new Headers(init?.headers).get('authorization'))
      return new Response()
    }
    const sending = clientFromEnv({ env: {}, home, directory, fetch, baseUrl: client.baseUrl, apiKey: 'k' })
    const keyAt = async (url: string) => {
      await sending.send({ method: 'GET', url, headers: {} })
      return headers.at(-1)
    }
    expect(await keyAt(`${FORGE}/files/a`)).toBe(await keyAt(`${CLOUD}/files/a`))
    expect(await keyAt(`${CLOUD}/files/a`)).toBe(`Basic ${btoa('api:k')}`)
    for (const url of [
      'https://wandb.ai/files/a',
      'https://forge.coreweave.com/files/a',
      'http://api.wandb.ai/files/a',
      'https://api.wandb.ai:8443/files/a',
      'https://api.wandb.ai.evil.com/files/a',
      'https://api.wandb.ai@evil.com/files/a',
    ])
      expect(await keyAt(url)).toBeNull()
  })
})

describe('a key in a settings file', () => {
  test('comes after the variable and before netrc', async () => {
    writeNetrc('machine api.wandb.ai password from-netrc')
    writeUserSettings('api_key = from-settings')
    expect((await target())[1]).toBe('from-settings')
    expect((await target({ env: { WANDB_API_KEY: 'from-env' } }))[1]).toBe('from-env')
  })
})

describe('the server that a folder names', () => {
  const env = { WANDB_API_KEY: 'k' }
  const file = () => join(directory, 'wandb', 'settings')

  test('is told, with the file and the host', () => {
    writeSettings('base_url = https://evil.example.com')
    const { client, warnings } = opened({ env })
    expect([client.configError, warnings.length]).toEqual([undefined, 1])
    expect(warnings[0]).toContain(file())
    expect(warnings[0]).toContain('evil.example.com')
  })

  test.each([
    ['is loopback', 'base_url = http://localhost:8080', 1],
    ['is W&B itself', 'base_url = https://api.wandb.ai', 0],
    ['is Forge', `base_url = ${FORGE}`, 0],
  ])('%s', (_, line, count) => {
    writeSettings(line)
    expect(opened({ env }).warnings.length).toBe(count)
  })

  test('is no surprise where the user chose it too, or chose another, or no key is sent', () => {
    writeSettings('base_url = https://wandb.example.com')
    expect(opened({ anonymous: true }).warnings).toEqual([])
    expect(opened({ env: { ...env, WANDB_BASE_URL: 'https://other.example.com' } }).warnings).toEqual([])
    expect(opened({ env, baseUrl: 'https://other.example.com' }).warnings).toEqual([])
    writeUserSettings('base_url = https://wandb.example.com')
    expect(opened({ env }).warnings).toEqual([])
  })

  test('does not fail over a listener that throws', () => {
    writeSettings('base_url = https://evil.example.com')
    const onWarning = () => {
      throw new Error('no')
    }
    expect(opened({ env, onWarning }).client.configError).toBeUndefined()
  })

  test('is a warning of the process by default', () => {
    writeSettings('base_url = https://evil.example.com')
    const emit = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    try {
      clientFromEnv({ env, home, directory })
      expect(emit).toHaveBeenCalledWith(expect.stringContaining('evil.example.com'), 'WandbWarning')
    } finally {
      emit.mockRestore()
    }
  })
})

describe('plain http to another machine', () => {
  const open = 'http://wandb.example.com:8080'
  const env = { WANDB_API_KEY: 'k' }

  const reasonIn = (options: EnvOptions): string | undefined => opened(options).client.configError?.message

  test('is refused where the environment or a file names it, and the source and host are said', () => {
    expect(reasonIn({ env: { ...env, WANDB_BASE_URL: open } })).toMatch(
      /WANDB_BASE_URL.*wandb\.example\.com:8080 unencrypted.*WANDB_INSECURE_HTTP/,
    )
    writeUserSettings(`base_url = ${open}`)
    expect(reasonIn({ env })).toContain(join(home, '.config', 'wandb', 'settings'))
    writeSettings(`base_url = ${open}`)
    expect(reasonIn({ env })).toContain(join(directory, 'wandb', 'settings'))
    expect(opened({ env }).sent).toEqual([])
  })

  test.each(['http://localhost.evil.com', 'http://127.0.0.1.evil.com', 'http://192.168.0.7:8080', 'http://[fe80::1]'])(
    'is refused for %s',
    (baseUrl) => {
      expect(reasonIn({ env: { ...env, WANDB_BASE_URL: baseUrl } })).toMatch(/unencrypted/)
    },
  )

  test('is accepted where it is told: by the option, the variable, or the address itself', () => {
    const told = { ...env, WANDB_BASE_URL: open }
    expect(reasonIn({ env: told, insecureHttp: true })).toBeUndefined()
    for (const yes of ['1', 'true', 'TRUE', ' yes '])
      expect(reasonIn({ env: { ...told, WANDB_INSECURE_HTTP: yes } })).toBeUndefined()
    expect(reasonIn({ env, baseUrl: open })).toBeUndefined()
    for (const no of ['0', 'false', '', 'no'])
      expect(reasonIn({ env: { ...told, WANDB_INSECURE_HTTP: no } })).toMatch(/unencrypted/)
    expect(reasonIn({ env: { ...told, WANDB_INSECURE_HTTP: '1' }, insecureHttp: false })).toMatch(/unencrypted/)
    expect(reasonIn({ env: told, insecureHttp: 'false' as never })).toMatch(/insecureHttp must be true or false/)
  })

  test('is accepted on this machine, and where no key is sent', () => {
    for (const baseUrl of ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'])
      expect(reasonIn({ env: { ...env, WANDB_BASE_URL: baseUrl } })).toBeUndefined()
    expect(reasonIn({ env: { WANDB_BASE_URL: open }, anonymous: true })).toBeUndefined()
  })

  test('is never accepted by W&B itself', () => {
    for (const baseUrl of ['http://api.wandb.ai', 'http://api.wandb.ai.', 'http://api.forge.coreweave.com'])
      expect(reasonIn({ env, baseUrl, insecureHttp: true })).toMatch(/unencrypted/)
  })
})

test('the User-Agent has the version of the package', async () => {
  const { version } = (await import('../../package.json', { with: { type: 'json' } })).default
  const { client, sent } = opened({ apiKey: 'k' })
  rightOf(await countRuns({ project: 'team/vision' })(client)())
  expect(sent[0]?.headers['user-agent']).toBe(`wandb-run-ops/${version}`)
})
