import { describe, expect, test } from 'vitest'
import {
  appUrlOf,
  checkAppUrl,
  checkBaseUrl,
  checkCapabilities,
  checkHeaders,
  checkLimits,
  isLoopback,
  mergeHeaders,
  normalizeAppUrl,
} from '../../src/client/options.ts'

const limits = { timeoutMs: 1, maxRetries: 0, maxElapsedMs: 1, firstDelayMs: 0, maxDelayMs: 0 }

describe('checkLimits', () => {
  test('takes finite numbers', () => {
    expect(checkLimits(limits)).toBeUndefined()
  })

  test.each(Object.keys(limits))('refuses %s that is not a finite number >= 0', (option) => {
    for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY, '5', null])
      expect(checkLimits({ ...limits, [option]: wrong })).toMatchObject({ _tag: 'InvalidClient', option })
  })

  test.each(['timeoutMs', 'maxElapsedMs'])('refuses a %s of nothing', (option) => {
    expect(checkLimits({ ...limits, [option]: 0 })).toMatchObject({ _tag: 'InvalidClient', option })
  })
})

describe('checkCapabilities', () => {
  test('takes functions, and what is left out', () => {
    expect(checkCapabilities({ fetch, now: undefined })).toBeUndefined()
  })

  test('refuses a value that is not a function', () => {
    expect(checkCapabilities({ fetch: {} })).toMatchObject({ _tag: 'InvalidClient', option: 'fetch' })
  })
})

const reasonOf = (text: unknown): string | undefined => checkBaseUrl(text).error?.message

describe('checkBaseUrl', () => {
  test.each([
    ['https://api.wandb.ai', 'https://api.wandb.ai'],
    ['https://wandb.corp.net///', 'https://wandb.corp.net'],
    ['  https://wandb.corp.net/ ', 'https://wandb.corp.net'],
    ['https://wandb.corp.net/wandb/', 'https://wandb.corp.net/wandb'],
    ['https://wandb.corp.net/?a=b#c', 'https://wandb.corp.net'],
    ['HTTPS://API.WANDB.AI', 'https://api.wandb.ai'],
    ['https://api.wandb.ai:443', 'https://api.wandb.ai'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['https://notwandb.ai', 'https://notwandb.ai'],
    ['https://wandb.ai.example.com', 'https://wandb.ai.example.com'],
  ])('reads %j', (text, url) => {
    expect(checkBaseUrl(text)).toEqual({ url, error: undefined })
  })

  test('takes the web app for what it is', () => {
    expect(reasonOf('https://wandb.ai')).toMatch(/https:\/\/api\.wandb\.ai/)
    expect(reasonOf('https://app.wandb.ai/team')).toMatch(/web app/)
  })

  test('sends no key to the cloud unencrypted', () => {
    for (const text of ['http://api.wandb.ai', 'http://api.wandb.ai.', 'http://api.forge.coreweave.com'])
      expect(reasonOf(text)).toMatch(/unencrypted: use https:\/\/api\./)
  })

  test.each([
    ['https://forge.coreweave.com/api/wandb/', 'https://api.forge.coreweave.com'],
    ['https://api.forge.coreweave.com', 'https://api.forge.coreweave.com'],
    ['https://api.wandb.ai./', 'https://api.wandb.ai'],
    ['https://api.wandb.ai/graphql', 'https://api.wandb.ai'],
    ['https://wandb.corp.net/w/graphql/', 'https://wandb.corp.net/w'],
    ['https://wandb.corp.net/api', 'https://wandb.corp.net/api'],
  ])('takes %j for %j', (text, url) => {
    expect(checkBaseUrl(text)).toEqual({ url, error: undefined })
  })

  test.each([
    ['https://forge.coreweave.com', 'https://api.forge.coreweave.com'],
    ['https://forge.coreweave.com/wandb', 'https://api.forge.coreweave.com'],
    ['https://forge.coreweave.com/wandb/team/vision', 'https://api.forge.coreweave.com'],
    ['https://forge.coreweave.com/api', 'https://api.forge.coreweave.com'],
    ['http://forge.coreweave.com/api/wandb', 'https://api.forge.coreweave.com'],
    ['https://api.forge.coreweave.com/api/wandb', 'https://api.forge.coreweave.com'],
    ['https://qa.forge.coreweave.com', 'https://api.qa.forge.coreweave.com'],
    ['forge.coreweave.com/api/wandb', 'https://api.forge.coreweave.com'],
    ['forge.coreweave.com', 'https://api.forge.coreweave.com'],
    ['api.wandb.ai', 'https://api.wandb.ai'],
    ['wandb.ai/authorize', 'https://api.wandb.ai'],
    ['https://wandb.ai/authorize', 'https://api.wandb.ai'],
    ['https://www.wandb.ai', 'https://api.wandb.ai'],
    ['https://coreweave.com/wandb', 'https://api.forge.coreweave.com'],
    ['https://api.coreweave.com', 'https://api.forge.coreweave.com'],
    ['https://wandb.com', 'https://api.wandb.ai'],
    ['https://api.wandb.ai/api', 'https://api.wandb.ai'],
    ['https://api.wandb.ai/authorize', 'https://api.wandb.ai'],
    ['https://api.wandb.ai:8443', 'https://api.wandb.ai'],
    ['https://wandb.corp.net/authorize', 'https://wandb.corp.net'],
    ['https://wandb.corp.net/w/settings', 'https://wandb.corp.net/w'],
    ['wandb.corp.net/w/', 'https://wandb.corp.net/w'],
    ['localhost:8080', 'http://localhost:8080'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['[::1]:8080', 'http://[::1]:8080'],
    ['wandb-server:8080', 'https://wandb-server:8080'],
  ])('refuses %j, and says to use %j', (text, meant) => {
    expect(reasonOf(text)).toMatch(new RegExp(`: use ${meant.replace(/[.[\]]/g, '\\$&')}( for the API)?\\.$`))
  })

  test.each(['', 'api.wandb.ai', 'ftp://api.wandb.ai', 'file:///etc/passwd', 'javascript:alert(1)', 7, null, {}])(
    'refuses %j',
    (text) => {
      expect(checkBaseUrl(text).error?._tag).toBe('InvalidClient')
    },
  )

  test('refuses a user and password, and repeats neither', () => {
    const { url, error } = checkBaseUrl('https://api:secret@wandb.corp.net')
    expect(error?.message).toMatch(/apiKey/)
    expect(JSON.stringify([url, error])).not.toContain('secret')
  })
})

describe('checkAppUrl', () => {
  test.each([undefined, 'https://wandb.example.com', 'http://localhost:8080/'])('takes %j', (text) => {
    expect(checkAppUrl(text)).toBeUndefined()
  })

  test.each(['', 'wandb.ai', 'javascript:alert(1)', 7, null])('refuses %j', (text) => {
    expect(checkAppUrl(text)).toMatchObject({ _tag: 'InvalidClient', option: 'appUrl' })
  })
})

describe('checkAppUrl, for the wrong one of two', () => {
  test('says which one is the web app', () => {
    expect(checkAppUrl('https://api.wandb.ai')?.message).toContain('use https://wandb.ai for the web app')
    expect(checkAppUrl('https://forge.coreweave.com/api/wandb')?.message).toContain(
      'use https://forge.coreweave.com/wandb for the web app',
    )
  })

  test('refuses a user and password, and repeats neither', () => {
    const error = checkAppUrl('https://api:secret@wandb.corp.net')
    expect(error?.message).toMatch(/user name or password/)
    expect(JSON.stringify(error)).not.toContain('secret')
  })
})

describe('normalizeAppUrl', () => {
  test.each([
    ['https://wandb.corp.net/w//?a=b#c', 'https://wandb.corp.net/w'],
    ['https://forge.coreweave.com/', 'https://forge.coreweave.com/wandb'],
    ['https://forge.coreweave.com/wandb/', 'https://forge.coreweave.com/wandb'],
    ['https://wandb.ai', 'https://wandb.ai'],
    ['nonsense', ''],
  ])('makes of %j %j', (text, url) => {
    expect(normalizeAppUrl(text)).toBe(url)
  })
})

describe('isLoopback', () => {
  test.each(['localhost', 'a.localhost', 'localhost.', '127.0.0.1', '127.1', '[::1]', '[::ffff:127.0.0.1]'])(
    'holds for %s',
    (host) => {
      expect(isLoopback(new URL(`http://${host}:8080`))).toBe(true)
    },
  )

  test.each([
    'example.com',
    'localhost.evil.com',
    '127.0.0.1.evil.com',
    '10.0.0.1',
    '0.0.0.0',
    'notlocalhost',
    '[::2]',
  ])('does not hold for %s', (host) => {
    expect(isLoopback(new URL(`http://${host}:8080`))).toBe(false)
  })
})

describe('appUrlOf', () => {
  test.each([
    ['https://api.wandb.ai', 'https://wandb.ai'],
    ['https://api.wandb.test', 'https://app.wandb.test'],
    ['https://api.wandb.corp.net', 'https://wandb.corp.net'],
    ['https://api.example.com', 'https://app.example.com'],
    ['https://wandb.example.com', 'https://wandb.example.com'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ])('returns for %j %j', (baseUrl, appUrl) => {
    expect(appUrlOf(baseUrl)).toBe(appUrl)
  })
})

describe('checkHeaders', () => {
  test.each([undefined, {}, { 'X-Team': 'a b', 'user-agent': 'é' }])('takes %j', (headers) => {
    expect(checkHeaders(headers)).toBeUndefined()
  })

  test.each([null, 'text', { '': 'x' }, { 'a b': 'x' }, { 'a:': 'x' }, { a: 1 }, { a: 'x\r\ny: z' }, { a: '🚀' }])(
    'refuses %j',
    (headers) => {
      expect(checkHeaders(headers)).toMatchObject({ _tag: 'InvalidClient', option: 'headers' })
    },
  )

  test('does not repeat a value', () => {
    expect(JSON.stringify(checkHeaders({ cookie: 'secret\n' }))).not.toContain('secret')
  })
})

describe('mergeHeaders', () => {
  test('takes the last of a name in whatever case', () => {
    expect(mergeHeaders({ Accept: 'a', 'X-One': '1' }, undefined, { ACCEPT: 'b' })).toEqual({
      accept: 'b',
      'x-one': '1',
    })
  })
})
