import { describe, expect, test } from 'vitest'
import { type ClientOptions, makeClient } from 'wandb-run-ops/loader'
import { type FetchBytesOptions, fetchBytes, WEB_PAGE, webPageInstead } from '../../src/client/fetchBytes.ts'
import { failsWith, leftOf, rightOf } from '../loader/servers/either.ts'
import { virtualTime } from '../loader/servers/virtualTime.ts'

const FILE = Uint8Array.from({ length: 100 }, (_, at) => at)
const SIGNED = 'https://storage.example.com/a.bin?X-Signature=geheim'

interface Asked {
  readonly url: string
  readonly range: string | null
  readonly authorization: string | null
}

/** A server's answer to a part of the file. */
const part = (asked: Asked): Response => {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(asked.range ?? '') ?? []
  if (from === undefined) return new Response(FILE)
  const end = to === '' ? FILE.length : Math.min(Number(to) + 1, FILE.length)
  return new Response(FILE.slice(Number(from), end), {
    status: 206,
    headers: { 'content-range': `bytes ${from}-${end - 1}/${FILE.length}` },
  })
}

/** What comes of a script of answers, of which the last comes again and again. */
const play = async (
  script: ReadonlyArray<(asked: Asked) => Response>,
  options: FetchBytesOptions = {},
  { url = SIGNED, ...client }: ClientOptions & { readonly url?: string } = {},
) => {
  const asked: Array<Asked> = []
  const time = virtualTime()
  const fetch: typeof globalThis.fetch = async (address, init) => {
    const headers = new Headers(init?.headers)
    const one = { url: String(address), range: headers.get('range'), authorization: headers.get('authorization') }
    asked.push(one)
    return (script[Math.min(asked.length, script.length) - 1] as (asked: Asked) => Response)(one)
  }
  const { now, sleep, random } = time
  const key = 'k'.repeat(40)
  const made = makeClient({ apiKey: key, baseUrl: 'https://api.example.com', now, sleep, random, ...client, fetch })
  return { result: await fetchBytes(made, url, options), asked, sleeps: time.sleeps }
}

const status =
  (code: number, headers: Record<string, string> = {}, body = ''): (() => Response) =>
  () =>
    new Response(body, { status: code, headers })

describe('a file', () => {
  test('comes whole, with its size', async () => {
    const { result, asked } = await play([part])
    expect(rightOf(result)).toMatchObject({ bytes: FILE, start: 0, total: 100 })
    expect(asked).toEqual([{ url: SIGNED, range: null, authorization: null }])
  })

  test.each([
    [{ start: 10, end: 20 }, 'bytes=10-19', 10, 20],
    [{ start: 90 }, 'bytes=90-', 90, 100],
    [{ start: 90, end: 1000 }, 'bytes=90-999', 90, 100],
  ])('comes in part: %j', async (range, header, start, end) => {
    const { result, asked } = await play([part], { range })
    expect(rightOf(result)).toMatchObject({ bytes: FILE.slice(start, end), start, total: 100 })
    expect(asked[0]?.range).toBe(header)
  })

  test('is whole, with start 0, if the server does not support ranges', async () => {
    const { result } = await play([() => new Response(FILE)], { range: { start: 10, end: 20 } })
    expect(rightOf(result)).toMatchObject({ start: 0, total: 100 })
  })

  test('comes in part where the size is hidden', async () => {
    const hidden = () => new Response(FILE.slice(10, 20), { status: 206 })
    const { result } = await play([hidden], { range: { start: 10, end: 20 } })
    expect(rightOf(result)).toMatchObject({ bytes: FILE.slice(10, 20), start: 10, total: undefined })
  })

  test.each([408, 429, 500, 502, 503, 504])('is asked for again after %i', async (code) => {
    const { result, asked } = await play([status(code), part])
    expect([rightOf(result).bytes.length, asked.length]).toEqual([100, 2])
  })

  test('is asked for again after a connection that broke', async () => {
    const broken = () => {
      throw new TypeError('terminated')
    }
    expect(rightOf((await play([broken, part])).result).bytes).toEqual(FILE)
  })

  test.each([
    ['is cut short', FILE.slice(10, 15), 'bytes 10-19/100'],
    ['is another', FILE.slice(20, 30), 'bytes 20-29/100'],
    ['is too short', FILE.slice(10, 15), 'bytes 10-14/100'],
    ['is more than asked for', FILE.slice(10, 30), 'bytes 10-29/100'],
    ['is more than the file has', FILE.slice(10, 20), 'bytes 10-19/15'],
  ])('is asked for again where a part %s, and never taken for whole', async (_, bytes, range) => {
    const wrong = () => new Response(bytes, { status: 206, headers: { 'content-range': range } })
    const asking = { range: { start: 10, end: 20 } }
    expect(rightOf((await play([wrong, part], asking)).result).bytes).toEqual(FILE.slice(10, 20))
    const { result, asked } = await play([wrong], asking)
    failsWith('ResponseMalformed', result)
    expect(asked.length).toBe(3)
  })

  test.each(['<!DOCTYPE html><html>Sign in</html>', ' \n<?xml version="1.0"?><Error/>', '\ufeff<html>'])(
    'is asked for again where a web page comes in its place: %j',
    async (page) => {
      const wrong = () => new Response(page)
      const asking = { range: { start: 10, end: 20 }, check: webPageInstead }
      expect(rightOf((await play([wrong, wrong, wrong, part], asking)).result).bytes).toEqual(FILE.slice(10, 20))
      const { result, asked } = await play([wrong], asking)
      expect([failsWith('ResponseMalformed', result).detail, asked.length]).toEqual([WEB_PAGE, 9])
    },
  )

  test('may be a web page itself', async () => {
    const page = () => new Response('<html>a report</html>')
    expect(rightOf((await play([page])).result).total).toBe(21)
  })

  test('is asked for as often as ever where it comes wrong in other ways each time', async () => {
    const cut = (length: number) => () =>
      new Response(FILE.slice(10, 10 + length), { status: 206, headers: { 'content-range': 'bytes 10-19/100' } })
    const asking = { range: { start: 10, end: 20 } }
    const { result, asked } = await play([cut(1), cut(2), status(503), cut(3), cut(3), cut(4), part], asking)
    expect([rightOf(result).start, asked.length]).toEqual([10, 7])
  })

  test('is retried after the delay that the storage service asks for', async () => {
    expect((await play([status(503, { 'retry-after': '7' }), part])).sleeps).toEqual([7000])
  })

  test.each([400, 401, 403, 404, 410, 416, 501])('is not asked for again after %i', async (code) => {
    const { result, asked } = await play([status(code)])
    expect([failsWith('HttpFailed', result).status, asked.length]).toEqual([code, 1])
  })
})

describe('a refusal', () => {
  test.each([
    [
      '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>',
      'AccessDenied: Request has expired',
    ],
    ['{"error": "file not found"}', 'file not found'],
    ['gone', 'gone'],
    ['<html><body>No</body></html>', ''],
  ])('reports what the service reports: %s', async (body, detail) => {
    expect(failsWith('HttpFailed', (await play([status(403, {}, body)])).result).detail).toBe(detail)
  })

  test('names no address, since that may be signed', async () => {
    const error = leftOf((await play([status(403, {}, `no ${SIGNED}`)])).result)
    expect(JSON.stringify(error)).not.toContain('geheim')
  })
})

describe('the API key', () => {
  const own = 'https://api.example.com/files/a.bin'

  test('goes to the own origin, and to no other', async () => {
    expect((await play([part], {}, { url: own })).asked[0]?.authorization).toMatch(/^Basic /)
    expect((await play([part])).asked[0]?.authorization).toBeNull()
  })

  test('does not go to a signed address of the own origin', async () => {
    expect((await play([part], { anonymous: true }, { url: own })).asked[0]?.authorization).toBeNull()
  })

  test('does not go along a redirect', async () => {
    const { result, asked } = await play([status(302, { location: SIGNED }), part], {}, { url: '/files/a.bin' })
    expect(rightOf(result).bytes).toEqual(FILE)
    expect(asked.map(({ url, authorization }) => [url, authorization !== null])).toEqual([
      [own, true],
      [SIGNED, false],
    ])
  })
})

describe('a redirect', () => {
  test('keeps the part that was asked for', async () => {
    const { asked } = await play([status(307, { location: '/b.bin' }), part], { range: { start: 1, end: 2 } })
    expect(asked[1]).toMatchObject({ url: 'https://storage.example.com/b.bin', range: 'bytes=1-1' })
  })

  test('is not followed for ever, nor to a connection without encryption, nor nowhere', async () => {
    const { result, asked } = await play([status(302, { location: SIGNED })])
    failsWith('HttpFailed', result)
    expect(asked.length).toBe(6)
    for (const location of ['http://storage.example.com/', 'file:///etc/passwd', 'https://'])
      expect(failsWith('HttpFailed', (await play([status(302, { location })])).result).status).toBe(302)
  })
})

test('a rate limit of the server holds its own files back, and not those of a storage service', async () => {
  const headers = { 'ratelimit-remaining': '0', 'ratelimit-reset': '5' }
  const limited = () => new Response('', { status: 500, headers })
  expect((await play([limited, part], {}, { url: '/a.bin' })).sleeps[0]).toBe(5000)
  expect((await play([limited, part])).sleeps[0]).toBe(1000)
})

test('a signal that is aborted asks for nothing', async () => {
  const { result, asked } = await play([part], { signal: AbortSignal.abort() })
  failsWith('Aborted', result)
  expect(asked).toEqual([])
})

test('an address that is not a URL is an error', async () => {
  failsWith('ResponseMalformed', (await play([part], {}, { url: 'https://[' })).result)
})
