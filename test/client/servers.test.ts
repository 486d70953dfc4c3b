import { describe, expect, test } from 'vitest'
import { apiUrls, appUrlOf, hostOf, officialApi, pageRoots, sameApiHosts } from '../../src/client/servers.ts'

describe('sameApiHosts', () => {
  test.each([
    ['api.wandb.ai', ['api.wandb.ai', 'api.forge.coreweave.com']],
    ['api.forge.coreweave.com', ['api.forge.coreweave.com', 'api.wandb.ai']],
    ['api.qa.forge.coreweave.com', ['api.qa.forge.coreweave.com', 'api.qa.wandb.ai']],
    ['wandb.ai', ['wandb.ai']],
    ['forge.coreweave.com', ['forge.coreweave.com']],
    ['api.forge.coreweave.com.evil.com', ['api.forge.coreweave.com.evil.com']],
    ['localhost:8080', ['localhost:8080']],
  ])('of %s are %j', (host, hosts) => {
    expect(sameApiHosts(host)).toEqual(hosts)
  })
})

describe('apiUrls', () => {
  test('are the server alone, or both of W&B', () => {
    expect(apiUrls('https://wandb.example.com/wandb')).toEqual(['https://wandb.example.com/wandb'])
    expect(apiUrls('https://api.wandb.ai')).toEqual(['https://api.wandb.ai', 'https://api.forge.coreweave.com'])
    // What is not exactly the address of W&B shares nothing with it.
    for (const other of ['http://api.wandb.ai', 'https://api.wandb.ai:8443', 'https://api.wandb.ai/x', ''])
      expect(apiUrls(other)).toEqual([other])
  })
})

describe('officialApi', () => {
  test.each([
    ['https://api.wandb.ai', 'https://api.wandb.ai', true],
    ['https://api.wandb.ai./graphql', 'https://api.wandb.ai', true],
    ['https://api.forge.coreweave.com/', 'https://api.forge.coreweave.com', true],
    ['https://forge.coreweave.com/api/wandb', 'https://api.forge.coreweave.com', true],
    ['https://forge.coreweave.com/api/wandb/graphql', 'https://api.forge.coreweave.com', true],
    ['https://qa.forge.coreweave.com/api/wandb/', 'https://api.qa.forge.coreweave.com', true],
    ['http://forge.coreweave.com/api/wandb', 'https://api.forge.coreweave.com', false],
    ['https://forge.coreweave.com:8443/api/wandb', 'https://api.forge.coreweave.com', false],
    ['https://forge.coreweave.com/wandb/team', 'https://api.forge.coreweave.com', false],
    ['https://wandb.ai/api/wandb', 'https://api.wandb.ai', false],
    ['https://www.wandb.com', 'https://api.wandb.ai', false],
  ])('for %s is %s, exactly: %s', (text, url, exact) => {
    expect(officialApi(new URL(text))).toEqual({ url, exact })
  })

  test.each(['https://wandb.example.com', 'https://forge.coreweave.com.evil.com/api/wandb', 'https://evilwandb.ai'])(
    'is none for %s',
    (text) => {
      expect(officialApi(new URL(text))).toBeUndefined()
    },
  )
})

test('appUrlOf is below /wandb on Forge', () => {
  expect(appUrlOf('https://api.forge.coreweave.com')).toBe('https://forge.coreweave.com/wandb')
  expect(appUrlOf('https://api.qa.forge.coreweave.com')).toBe('https://qa.forge.coreweave.com/wandb')
})

test('hostOf keeps the port and leaves out the final dot', () => {
  expect(hostOf(new URL('https://API.wandb.ai.:8443/x'))).toBe('api.wandb.ai:8443')
})

describe('pageRoots', () => {
  const shown = (server: Parameters<typeof pageRoots>[0]) => pageRoots(server).map(({ host, path }) => `${host}${path}`)

  test('are those of the server, and of its web app', () => {
    expect(shown({ baseUrl: 'https://wandb.example.com/w', appUrl: 'https://ui.example.com/a/' })).toEqual([
      'ui.example.com/a',
      'wandb.example.com/w',
      'wandb.example.com/w',
    ])
  })

  test('are all of W&B where either is one of its own, and where no server is known', () => {
    for (const server of [{ baseUrl: 'https://api.wandb.ai' }, { appUrl: 'https://forge.coreweave.com/wandb' }, {}])
      expect(shown(server)).toEqual(
        expect.arrayContaining(['wandb.ai', 'forge.coreweave.com/wandb', 'forge.coreweave.com/api/wandb']),
      )
    expect(shown({ baseUrl: 'https://wandb.example.com' })).not.toContain('wandb.ai')
  })
})
