import { describe, expect, test } from 'vitest'
import { appUrlOf, checkAppUrl, checkBaseUrl } from '../../../../src/loader/internal/http/address.ts'

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
    expect(reasonOf('http://api.wandb.ai')).toMatch(/https/)
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
