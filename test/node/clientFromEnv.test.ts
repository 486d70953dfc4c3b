import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countRuns } from 'wandb-run-ops/loader'
import { clientFromEnv, type EnvOptions } from 'wandb-run-ops/node'
import { failsWith, rightOf } from '../loader/servers/either.ts'
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

const fine = { data: { project: { name: 'vision', entityName: 'team', runCount: 7 } } }

const made = (options: EnvOptions = {}) => {
  const server = scripted(() => fine)
  return { client: clientFromEnv({ env: {}, home, directory, fetch: server.fetch, ...options }), sent: server.sent }
}

/** The key that a client sends. */
const keyOf = async (options: EnvOptions = {}): Promise<string | undefined> => {
  const { client, sent } = made(options)
  rightOf(await countRuns({ project: 'team/vision' })(client)())
  const authorization = sent[0]?.headers['authorization']
  return authorization === undefined ? undefined : atob(authorization.replace('Basic ', '')).replace('api:', '')
}

describe('the key', () => {
  const env = { WANDB_API_KEY: 'from-env' }
  const netrc = 'machine api.wandb.ai login user password from-netrc'

  test('is the option, else the variable, else netrc', async () => {
    write(join(home, '.netrc'), netrc)
    expect(await keyOf({ apiKey: 'from-option', env })).toBe('from-option')
    expect(await keyOf({ env })).toBe('from-env')
    expect(await keyOf()).toBe('from-netrc')
  })

  test('is trimmed in the variable, which does not count where it is blank', async () => {
    write(join(home, '.netrc'), netrc)
    expect(await keyOf({ env: { WANDB_API_KEY: ' from-env\n' } })).toBe('from-env')
    expect(await keyOf({ env: { WANDB_API_KEY: ' ' } })).toBe('from-netrc')
  })

  test('is looked for in NETRC, else ~/.netrc, else ~/_netrc', async () => {
    write(join(home, '_netrc'), 'machine api.wandb.ai password from-underscore')
    expect(await keyOf()).toBe('from-underscore')
    write(join(home, '.netrc'), netrc)
    expect(await keyOf()).toBe('from-netrc')
    write(join(directory, 'my-netrc'), 'machine api.wandb.ai password from-named')
    expect(await keyOf({ env: { NETRC: join(directory, 'my-netrc') } })).toBe('from-named')
    write(join(home, 'other'), 'machine api.wandb.ai password from-tilde')
    expect(await keyOf({ env: { NETRC: '~/other' } })).toBe('from-tilde')
  })

  test('is not looked for elsewhere where NETRC names a file that is not there', () => {
    write(join(home, '.netrc'), netrc)
    expect(made({ env: { NETRC: join(directory, 'none') } }).client.configError).toMatchObject({
      _tag: 'NoCredentials',
    })
  })

  test('belongs to the host and port of the server', async () => {
    write(join(home, '.netrc'), `${netrc}\nmachine localhost:8080 password from-local`)
    expect(await keyOf({ env: { WANDB_BASE_URL: 'http://localhost:8080/' } })).toBe('from-local')
    const { client } = made({ env: { WANDB_BASE_URL: 'http://localhost:9090' } })
    expect(client.configError).toMatchObject({ _tag: 'NoCredentials', host: 'localhost:9090' })
  })

  test('does not fail over a netrc that is a directory, or rubbish', () => {
    mkdirSync(join(home, '.netrc'))
    write(join(home, '_netrc'), '\u0000"unfinished')
    expect(made().client.configError).toMatchObject({ _tag: 'NoCredentials' })
  })

  test('appears nowhere in the client', () => {
    const { client } = made({ env })
    expect(inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client)).not.toContain('from-env')
  })
})

describe('without a key', () => {
  test('every load returns NoCredentials, and nothing is sent', async () => {
    const { client, sent } = made()
    const error = failsWith('NoCredentials', await countRuns({ project: 'team/vision' })(client)())
    expect(error.message).toMatch(/api\.wandb\.ai.*WANDB_API_KEY/)
    expect(sent).toEqual([])
  })

  test('what is public can be read where that is asked for', async () => {
    expect(await keyOf({ anonymous: true })).toBeUndefined()
  })

  test('a key that is there is sent all the same', async () => {
    expect(await keyOf({ anonymous: true, env: { WANDB_API_KEY: 'k' } })).toBe('k')
  })

  test('a wrong address is reported first', () => {
    expect(made({ baseUrl: 'nonsense' }).client.configError).toMatchObject({ _tag: 'InvalidClient', option: 'baseUrl' })
  })

  test('an empty key is a mistake, not a lack', () => {
    expect(made({ apiKey: '' }).client.configError).toMatchObject({ _tag: 'InvalidClient', option: 'apiKey' })
  })
})

describe('the rest', () => {
  const globalSettings =
    '[default]\nentity = from-global\nproject = from-global\nbase_url = https://global.example.com\n'

  test('is the option, else the variable, else the settings of the directory, else those of the user', () => {
    write(join(home, '.config', 'wandb', 'settings'), globalSettings)
    const placeOf = (options: EnvOptions) => {
      const { entity, project, baseUrl } = made(options).client
      return [entity, project, baseUrl]
    }
    expect(placeOf({})).toEqual(['from-global', 'from-global', 'https://global.example.com'])
    write(join(directory, 'wandb', 'settings'), '[default]\nentity = from-local\n')
    expect(placeOf({})).toEqual(['from-local', 'from-global', 'https://global.example.com'])
    const env = { WANDB_ENTITY: 'from-env', WANDB_PROJECT: ' ', WANDB_BASE_URL: 'https://env.example.com//' }
    expect(placeOf({ env })).toEqual(['from-env', 'from-global', 'https://env.example.com'])
    expect(placeOf({ env, entity: 'option', project: 'option', baseUrl: 'https://option.example.com' })).toEqual([
      'option',
      'option',
      'https://option.example.com',
    ])
  })

  test('has no default entity or project of its own, and the cloud as server', () => {
    const { entity, project, baseUrl, appUrl } = made().client
    expect([entity, project, baseUrl, appUrl]).toEqual([
      undefined,
      undefined,
      'https://api.wandb.ai',
      'https://wandb.ai',
    ])
  })

  test('takes the web app from its variable', () => {
    expect(made({ env: { WANDB_APP_URL: 'https://ui.example.com/' } }).client.appUrl).toBe('https://ui.example.com')
  })

  test.each([
    ['45', 45_000],
    ['0.5', 500],
    ['0', 30_000],
    ['-1', 30_000],
    ['soon', 30_000],
    ['', 30_000],
    ['Infinity', 30_000],
  ])('takes %j seconds as %i milliseconds', (seconds, milliseconds) => {
    expect(made({ env: { WANDB_HTTP_TIMEOUT: seconds } }).client.limits.timeoutMs).toBe(milliseconds)
  })

  test('has the option before the variable for the timeout', () => {
    expect(made({ timeoutMs: 7, env: { WANDB_HTTP_TIMEOUT: '45' } }).client.limits.timeoutMs).toBe(7)
  })

  test('sends a User-Agent, unless configured otherwise', async () => {
    const agentOf = async (options: EnvOptions) => {
      const { client, sent } = made({ apiKey: 'k', ...options })
      rightOf(await countRuns({ project: 'team/vision' })(client)())
      return sent[0]?.headers['user-agent']
    }
    expect(await agentOf({})).toMatch(/^wandb-run-ops\/\d+\.\d+\.\d+$/)
    expect(await agentOf({ headers: { 'user-agent': 'mine' } })).toBe('mine')
  })

  test('is found in the process by default', () => {
    expect(clientFromEnv({ apiKey: 'k' }).configError).toBeUndefined()
  })
})

test.each([
  [{ hom: '/' }, 'Unknown option hom. Did you mean home?'],
  [{ api_key: 'x' }, 'Unknown option api_key. Did you mean apiKey?'],
  [{ anonymous: 'yes' }, 'Invalid client option: anonymous must be true or false.'],
  [null, 'Invalid client option: options must be an object.'],
])('with the options %j every load fails', (options, message) => {
  expect(clientFromEnv(options as never).configError).toMatchObject({ _tag: 'InvalidClient', message })
})
