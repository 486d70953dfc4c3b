import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { readReply } from '../../src/client/readReply.ts'

const at = { host: 'api.wandb.ai', now: 0, redact: (text: string) => text.replaceAll('secret', '[key]') }

const read = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return readReply({ status, headers, body: new TextEncoder().encode(text) }, at)
}

const failure = (...args: Parameters<typeof read>) => {
  const answer = read(...args)
  if (E.isRight(answer)) throw new Error('the reply was read')
  return answer.left
}

describe('readReply', () => {
  test('returns the data', () => {
    expect(read(200, { data: { a: 1 } })).toEqual(E.right({ a: 1 }))
    expect(read(200, { data: { a: 1 }, errors: [] })).toEqual(E.right({ a: 1 }))
    expect(read(200, { data: { a: 1 }, errors: null, error: null })).toEqual(E.right({ a: 1 }))
  })

  test('reads bare NaN and a byte order mark', () => {
    expect(read(200, '\ufeff{"data":{"a":NaN}}')).toEqual(E.right({ a: Number.NaN }))
  })

  describe('statuses', () => {
    const final = [400, 402, 404, 405, 409, 410, 413, 418, 422, 425, 451, 499, 501]
    const transient = [408, 500, 502, 503, 504, 507, 520, 599, 600, 999]

    test.each(final)('takes %i for final', (status) => {
      expect(failure(status, {})).toMatchObject({ retries: 0, error: { _tag: 'HttpFailed', status } })
    })

    test.each(transient)('takes %i for something that may pass', (status) => {
      const { retries, error } = failure(status, {})
      expect([retries, error]).toMatchObject([Number.POSITIVE_INFINITY, { _tag: 'HttpFailed', status }])
    })

    test.each([0, 100, 300, 301, 302, 303, 304, 307, 308])('follows no %i', (status) => {
      expect(failure(status, '')).toMatchObject({ retries: 0, error: { _tag: 'HttpFailed', status } })
    })

    test('takes 401 and 403 for final, and keeps what the server reports', () => {
      expect(failure(401, { error: 'bad key' })).toMatchObject({
        retries: 0,
        error: { _tag: 'Unauthorized', host: 'api.wandb.ai', detail: 'bad key' },
      })
      expect(failure(403, { errors: [{ message: 'private' }] })).toMatchObject({
        retries: 0,
        error: { _tag: 'Forbidden', detail: 'private' },
      })
    })

    test('takes 401 for a missing key where none was sent', () => {
      const body = new TextEncoder().encode('{"error":"bad key"}')
      const answer = readReply({ status: 401, headers: {}, body }, { ...at, isAnonymous: true })
      expect(answer).toMatchObject({ left: { retries: 0, error: { _tag: 'NoCredentials', host: 'api.wandb.ai' } } })
    })

    test('waits as long as the server asks after 429, 408 and 5xx', () => {
      for (const status of [429, 408, 503])
        expect(failure(status, {}, { 'retry-after': '7' })).toMatchObject({ afterMs: 7000 })
      expect(failure(429, {}, { 'retry-after': '7' }).error).toMatchObject({
        _tag: 'RateLimited',
        retryAfterSeconds: 7,
      })
      expect(failure(429, {}).error).toMatchObject({ _tag: 'RateLimited', retryAfterSeconds: undefined })
    })
  })

  describe('what the server reports', () => {
    test.each([
      { error: 'boom' },
      { error: { message: 'boom' } },
      { errors: ['boom'] },
      { errors: [{ message: 'boom' }] },
      { errors: 'boom' },
      { errors: { message: 'boom' } },
      { message: 'boom' },
    ])('is kept from %j with a status', (body) => {
      expect(failure(500, body).error).toMatchObject({ _tag: 'HttpFailed', status: 500, detail: 'boom' })
      expect(failure(404, body).error.message).toContain('boom')
    })

    test.each([
      { error: 'boom' },
      { error: { message: 'boom' }, data: null },
      { errors: ['boom'] },
      { errors: [{ message: 'boom' }] },
      { errors: 'boom' },
    ])('is kept from %j without one', (body) => {
      expect(failure(200, body)).toMatchObject({
        retries: 0,
        error: { _tag: 'GraphqlRefused', errors: [{ message: 'boom' }], partial: undefined },
      })
    })

    test('is kept with paths, and with what data there is', () => {
      const body = {
        data: { project: { runs: null } },
        errors: [{ message: 'a', path: ['project', 0] }, { message: 'b', path: [{}] }, null, {}, 7],
      }
      expect(failure(200, body).error).toMatchObject({
        errors: [
          { message: 'a', path: ['project', 0] },
          { message: 'b' },
          { message: 'no message' },
          { message: 'no message' },
          { message: 'no message' },
        ],
        partial: { project: { runs: null } },
      })
    })

    test('is a refusal of the query for a 400 or 404 with GraphQL errors', () => {
      for (const status of [400, 404, 409, 422])
        expect(failure(status, { errors: [{ message: 'unknown field' }], data: { a: 1 } })).toMatchObject({
          retries: 0,
          error: { _tag: 'GraphqlRefused', errors: [{ message: 'unknown field' }], partial: { a: 1 } },
        })
    })

    test('is a refusal of the query for any status with GraphQL errors about it', () => {
      for (const status of [400, 404, 408, 500, 502])
        expect(failure(status, { errors: [{ message: 'unknown operator $all' }] })).toMatchObject({
          retries: 0,
          error: { _tag: 'GraphqlRefused' },
        })
      // A part of the errors may pass.
      expect(failure(500, { errors: [{ message: 'unknown operator $all' }, { message: 'timeout' }] })).toMatchObject({
        error: { _tag: 'HttpFailed' },
      })
    })

    test('is cut where it is long', () => {
      const long = 'x'.repeat(100_000)
      expect(JSON.stringify(failure(500, { error: long }).error).length).toBeLessThan(1000)
      expect(JSON.stringify(failure(200, { errors: [{ message: long }] }).error).length).toBeLessThan(1000)
    })

    test('is never HTML', () => {
      const html = '<!DOCTYPE html><html><body>Sign in</body></html>'
      for (const body of [html, { error: html }, { errors: [{ message: `502 ${html}` }] }])
        for (const status of [200, 302, 401, 403, 404, 429, 500])
          expect(JSON.stringify(failure(status, body))).not.toMatch(/<|Sign in/)
    })

    test('contains no API key anywhere', () => {
      const body = {
        data: { secret: ['the secret'] },
        errors: [{ message: 'no secret', path: ['secret'] }],
      }
      for (const status of [200, 400, 401, 403, 404, 500])
        expect(JSON.stringify(failure(status, body))).not.toContain('secret')
      expect(JSON.stringify(failure(302, '', { location: 'https://secret.example.com/secret' }))).not.toContain(
        'secret',
      )
    })

    test('holds no data too deep to be freed of the key', () => {
      const deep = `{"errors":["boom"],"data":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`
      expect(failure(200, deep).error).toMatchObject({ errors: [{ message: 'boom' }], partial: undefined })
    })
  })

  test.each(['', '<html>', '{"data": {', 'null', '[]', '7', '"text"', '{}', '{"data":null}', '{"data":[]}'])(
    'tries %j twice more, and then calls it malformed',
    (body) => {
      expect(failure(200, body)).toMatchObject({ retries: 2, error: { _tag: 'ResponseMalformed' } })
    },
  )

  test('reports where a redirect leads, as far as its origin', () => {
    const detailOf = (location: string) => failure(302, '', { location }).error
    expect(detailOf('https://login.example.com/a?token=b')).toMatchObject({
      detail: 'redirects to https://login.example.com, where the API key is not sent',
    })
    expect(detailOf('/login')).toMatchObject({ detail: 'redirects elsewhere, where the API key is not sent' })
  })
})
