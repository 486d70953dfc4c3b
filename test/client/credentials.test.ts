import { describe, expect, test } from 'vitest'
import { basicAuth, checkApiKey, redactError, redactJson, redactKeys, redactor } from '../../src/client/credentials.ts'
import { loadError } from '../../src/client/LoadError.ts'

const key = 'abcdef0123456789abcdef0123456789abcdef01'

describe('basicAuth', () => {
  test('is the user "api" and the key', () => {
    expect(atob(basicAuth(key).slice('Basic '.length))).toBe(`api:${key}`)
  })

  test('writes UTF-8', () => {
    expect(Buffer.from(basicAuth('🔑é').slice('Basic '.length), 'base64').toString()).toBe('api:🔑é')
  })

  test('takes a key of any length', () => {
    expect(basicAuth('k'.repeat(300_000)).length).toBeGreaterThan(400_000)
  })
})

describe('checkKey', () => {
  test.each([undefined, key, 'local-abc_def', 'a.b.c'])('takes %j', (given) => {
    expect(checkApiKey(given)).toBeUndefined()
  })

  test.each(['', '  ', `${key}\n`, 'two words', 7, null, {}])('refuses %j', (given) => {
    expect(checkApiKey(given)).toMatchObject({ _tag: 'InvalidClient', option: 'apiKey' })
  })

  test('does not repeat the key', () => {
    expect(JSON.stringify(checkApiKey(`${key}\n`))).not.toContain(key)
  })
})

describe('redactor', () => {
  const redact = redactor(key)
  const sent = basicAuth(key).slice('Basic '.length)

  test.each([
    ['the key', key],
    ['the header', sent],
    ['the header without padding', sent.replace(/=/g, '')],
    ['the header in a URL', encodeURIComponent(sent)],
    ['the header as URL-safe base64', sent.replaceAll('+', '-').replaceAll('/', '_')],
  ])('takes out %s', (_, text) => {
    expect(redact(`<${text}> and <${text}>`)).not.toContain(text.slice(0, 30))
  })

  test('takes out a key that a URL would escape', () => {
    expect(redactor('a key/of+some=kind')(encodeURIComponent('a key/of+some=kind'))).toBe('[key]')
  })

  test('leaves everything else', () => {
    expect(redact('no such thing')).toBe('no such thing')
    expect(redactor(undefined)('no such thing')).toBe('no such thing')
    expect(redactor('')('no such thing')).toBe('no such thing')
  })

  test('reaches every text of a JSON value, and names', () => {
    const value = { a: [{ [key]: `x${key}` }, 1, null, true], [`n${key}`]: undefined }
    expect(redactJson(value, redact)).toEqual({ a: [{ '[key]': 'x[key]' }, 1, null, true], 'n[key]': undefined })
  })
})

describe('a short key', () => {
  test('is no part of a word', () => {
    expect(redactor('k')('the key k, api:k and k')).toBe('the key [key], api:[key] and [key]')
    expect(redactor('a.b')('a.b axb xa.b')).toBe('[key] axb xa.b')
  })
})

describe('redactKeys', () => {
  const other = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'

  test.each([other, `--${other}`, `x/${other}:v0`, `local-${other}`, `wandb_v1_${'Ab3_'.repeat(19)}`])('%s', (text) => {
    expect(redactKeys(text)).toMatch(/\[key\]/)
    expect(redactKeys(text)).not.toMatch(/c0ffee|Ab3/)
  })

  test.each(['a1b2c3d4', 'c0ffee'.repeat(11), `${other}z`, 'entity/project/run'])('leaves %s', (text) => {
    expect(redactKeys(text)).toBe(text)
  })
})

test('redactError replaces the key in the reason and the message', () => {
  const error = redactError(loadError({ _tag: 'InvalidPath', path: `a/${key}`, reason: 'no' }), redactor(key))
  expect(error).toMatchObject({ _tag: 'InvalidPath', path: 'a/[key]', message: 'Invalid path "a/[key]": no.' })
  expect(redactError(undefined, redactor(key))).toBeUndefined()
})
