import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Client, type ClientOptions, countRuns, loadError, makeClient, type Retry } from 'wandb-run-ops/loader'
import { caseCount } from '../../laws/law.ts'
import { failsWith, rightOf } from '../../loader/servers/either.ts'
import { type Answer, scripted, silence } from '../../loader/servers/scripted.ts'
import { virtualTime } from '../../loader/servers/virtualTime.ts'

const fine = { data: { project: { name: 'vision', entityName: 'team', runCount: 7 } } }
const status = (code: number, headers: HeadersInit = {}): Response => Response.json({}, { status: code, headers })

/** What comes of a script of answers, of which the last comes again and again. */
const play = async (script: ReadonlyArray<() => Answer | Promise<Answer>>, options: ClientOptions = {}) => {
  const time = virtualTime()
  const server = scripted((_, index) => (script[Math.min(index, script.length - 1)] as () => Answer)())
  const client = makeClient({ ...time, ...options, fetch: server.fetch })
  const started = time.now()
  const result = await countRuns({ project: 'team/vision' })(client)()
  return { result, attempts: server.sent.length, sleeps: time.sleeps, elapsed: time.now() - started }
}

describe('a request', () => {
  test.each([408, 429, 500, 502, 503, 504])('is tried again after %i', async (code) => {
    const { result, attempts } = await play([() => status(code), () => fine])
    expect([rightOf(result), attempts]).toEqual([7, 2])
  })

  test.each([400, 401, 402, 403, 404, 405, 409, 410, 413, 418, 422, 425, 501, 302])(
    'is not tried again after %i',
    async (code) => {
      expect((await play([() => status(code), () => fine])).attempts).toBe(1)
    },
  )

  test('is not tried again after GraphQL errors', async () => {
    const { result, attempts } = await play([() => ({ errors: [{ message: 'no' }] }), () => fine])
    failsWith('GraphqlRefused', result)
    expect(attempts).toBe(1)
  })

  test('is tried twice more after an answer that is none', async () => {
    const { result, attempts } = await play([() => new Response('<html>Sign in</html>')])
    failsWith('ResponseMalformed', result)
    expect(attempts).toBe(3)
  })

  test('is retried up to maxRetries, with doubling delays', async () => {
    const { result, attempts, sleeps } = await play([() => status(500)], { maxRetries: 4 })
    failsWith('HttpFailed', result)
    expect(attempts).toBe(5)
    expect(sleeps).toEqual([1000, 2000, 4000, 8000])
  })

  test('is tried once without retries', async () => {
    expect((await play([() => status(500)], { maxRetries: 0 })).attempts).toBe(1)
  })

  test('is retried up to maxElapsedMs', async () => {
    const { attempts, elapsed } = await play([() => status(500)], { maxRetries: 1000, maxElapsedMs: 10_000 })
    expect(elapsed).toBeLessThanOrEqual(10_000)
    expect(attempts).toBe(4)
  })

  test.each([
    ['2', 2000],
    ['0', 0],
    [new Date(Date.UTC(2024, 0, 1, 0, 0, 5)).toUTCString(), 5000],
    [new Date(0).toUTCString(), 0],
    ['nonsense', 1000],
    ['-5', 1000],
  ])('waits with Retry-After: %s', async (header, wait) => {
    const { result, elapsed } = await play([() => status(503, { 'retry-after': header }), () => fine])
    expect([rightOf(result), elapsed]).toEqual([7, wait])
  })

  test('waits longer than maxDelayMs if the server asks for it', async () => {
    expect((await play([() => status(429, { 'retry-after': '60' }), () => fine])).elapsed).toBe(60_000)
  })

  test('gives up at once where the server wants a longer wait than there is time', async () => {
    const { result, attempts, elapsed } = await play([() => status(429, { 'retry-after': '3600' })])
    expect(failsWith('RateLimited', result).message).toMatch(/3600 s/)
    expect([attempts, elapsed]).toEqual([1, 0])
  })

  test('does not continue for ever with Retry-After: 0', async () => {
    expect((await play([() => status(429, { 'retry-after': '0' })])).attempts).toBe(9)
  })

  test('waits for the rate limit before it is tried again', async () => {
    const limited = () => status(500, { 'ratelimit-remaining': '0', 'ratelimit-reset': '9' })
    expect((await play([limited, () => fine])).elapsed).toBe(9000)
  })

  test('stays within its time with an attempt that hangs', async () => {
    const server = scripted(() => silence)
    const client = makeClient({ fetch: server.fetch, maxElapsedMs: 60, timeoutMs: 30_000, firstDelayMs: 1 })
    const started = performance.now()
    failsWith('TimedOut', await countRuns({ project: 'team/vision' })(client)())
    expect(performance.now() - started).toBeLessThan(5000)
    expect(server.sent.length).toBe(1)
  })

  test('returns the error that there was where the sleep took longer than asked', async () => {
    const time = virtualTime()
    const { result, attempts } = await play([() => status(503)], {
      ...time,
      sleep: async () => time.pass(1_000_000),
    })
    expect(failsWith('HttpFailed', result).status).toBe(503)
    expect(attempts).toBe(1)
  })

  test('never waits beyond its limits, whatever comes back', async () => {
    const codes = fc.constantFrom(200, 301, 401, 404, 408, 429, 500, 503)
    const header = fc.option(fc.constantFrom('0', '1', '40', '5000', 'x', '-1', 'Sun, 06 Nov 1994 08:49:37 GMT'))
    const answers = fc.array(fc.tuple(codes, header, header, header), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(answers, fc.double({ min: 0, max: 0.999, noNaN: true }), async (all, random) => {
        const script = all.map(([code, after, remaining, reset]) => () => {
          const headers = new Headers()
          if (after !== null) headers.set('retry-after', after)
          if (remaining !== null) headers.set('ratelimit-remaining', remaining)
          if (reset !== null) headers.set('ratelimit-reset', reset)
          return status(code, headers)
        })
        const { attempts, elapsed } = await play(script, { random: () => random, maxElapsedMs: 90_000 })
        return attempts <= 9 && elapsed <= 90_000
      }),
      { numRuns: caseCount(200) },
    )
  })
})

describe('each kind of failure has its own count', () => {
  const cut = () => new Response('{"data":{"proj')
  const answers = { 5: () => status(503), c: cut, r: () => status(429, { 'retry-after': '1' }), o: () => fine }
  const playing = (text: string) => play([...text].map((one) => answers[one as keyof typeof answers]))

  test.each(['55co', '55cco', 'c5c5o', 'rrcrco', '555555co'])('so that %s ends well', async (text) => {
    const { result, attempts } = await playing(text)
    expect([rightOf(result), attempts]).toEqual([7, text.length])
  })

  test.each([
    ['ccc', 'ResponseMalformed'],
    ['c5c5c', 'ResponseMalformed'],
    ['555555ccc', 'ResponseMalformed'],
    ['555555cc5', 'HttpFailed'],
    ['555555555', 'HttpFailed'],
  ] as const)('so that %s ends in %s', async (text, tag) => {
    const { result, attempts } = await playing(text)
    failsWith(tag, result)
    expect(attempts).toBe(text.length)
  })
})

describe('onRetry', () => {
  const retriesOf = async (script: ReadonlyArray<() => Answer | Promise<Answer>>, options: ClientOptions = {}) => {
    const retries: Array<Retry> = []
    const { result } = await play(script, { ...options, onRetry: (retry) => retries.push(retry) })
    return { result, retries }
  }

  test('is told of every retry before its wait, and of nothing else', async () => {
    const { result, retries } = await retriesOf([
      () => status(503),
      () => new Response('<html>'),
      () => status(429, { 'retry-after': '7' }),
      () => fine,
    ])
    expect(rightOf(result)).toBe(7)
    expect(retries).toMatchObject([
      { attempt: 1, of: 8, waitMs: 1000, reason: { _tag: 'HttpFailed', status: 503 } },
      { attempt: 2, of: 3, waitMs: 2000, reason: { _tag: 'ResponseMalformed' } },
      { attempt: 3, of: 8, waitMs: 7000, reason: { _tag: 'RateLimited' } },
    ])
    expect((await retriesOf([() => fine])).retries).toEqual([])
    expect((await retriesOf([() => status(404)])).retries).toEqual([])
  })

  test('is told of a wait for the rate limit', async () => {
    const limited = () => Response.json(fine, { headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '60' } })
    const retries: Array<Retry> = []
    const { now, sleep, random } = virtualTime()
    const client = makeClient({
      now,
      sleep,
      random,
      fetch: scripted(limited).fetch,
      onRetry: (retry) => retries.push(retry),
    })
    rightOf(await countRuns({ project: 'team/vision' })(client)())
    rightOf(await countRuns({ project: 'team/vision' })(client)())
    expect(retries).toMatchObject([{ attempt: 0, waitMs: 60_000, reason: { _tag: 'RateLimited' } }])
  })

  test('may throw, reject, and change nothing', async () => {
    for (const onRetry of [
      () => {
        throw new Error('no bar')
      },
      () => Promise.reject(new Error('no bar')),
      (retry: Retry) => Object.assign(retry, { waitMs: 0 }),
    ]) {
      const { result, elapsed } = await play([() => status(503), () => fine], { onRetry: onRetry as () => void })
      expect([rightOf(result), elapsed]).toEqual([7, 1000])
    }
  })
})

describe('a wait that nobody can mean', () => {
  test('ends the load at once, says how long it is, and does not hold the next load back as long', async () => {
    const { now, sleep, random, sleeps } = virtualTime()
    for (const headers of [
      { 'retry-after': '86400' },
      { 'ratelimit-remaining': '0', 'ratelimit-reset': '60000', 'retry-after': '86400' },
    ]) {
      const server = scripted((_, index) => (index === 0 ? status(429, headers) : fine))
      const count = countRuns({ project: 'team/vision' })(makeClient({ now, sleep, random, fetch: server.fetch }))
      expect(failsWith('RateLimited', await count()).message).toMatch(/asks to wait 86400 s/)
      expect(rightOf(await count())).toBe(7)
    }
    expect(sleeps).toEqual([30_000, 30_000])
  })

  test('is in the error of another status, too', async () => {
    const { result, attempts } = await play([() => status(503, { 'retry-after': '86400' })])
    expect(failsWith('HttpFailed', result).message).toMatch(/asks to wait 86400 s/)
    expect(attempts).toBe(1)
  })
})

describe('a rate limit', () => {
  test('is waited for by every load of the client', async () => {
    const time = virtualTime()
    const server = scripted((_, index) =>
      index === 0 ? Response.json(fine, { headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '5' } }) : fine,
    )
    const client = makeClient({ ...time, fetch: server.fetch })
    const count = countRuns({ project: 'team/vision' })(client)
    rightOf(await count())
    expect(time.sleeps).toEqual([])
    rightOf(await count())
    expect(time.sleeps).toEqual([5000])
  })

  test('is an error at once for the next load where it is longer than there is time', async () => {
    const time = virtualTime()
    const server = scripted(() => status(429, { 'retry-after': '3600' }))
    const client = makeClient({ ...time, fetch: server.fetch })
    const count = countRuns({ project: 'team/vision' })(client)
    failsWith('RateLimited', await count())
    expect(failsWith('RateLimited', await count()).retryAfterSeconds).toBe(3600)
    expect([server.sent.length, time.sleeps]).toEqual([1, []])
  })
})

describe('the signal', () => {
  const aborting = async (options: ClientOptions, answer: () => Answer | Promise<Answer>, signal: AbortSignal) => {
    const server = scripted(answer)
    const client = makeClient({ ...options, fetch: server.fetch })
    const result = await countRuns({ project: 'team/vision', signal })(client)()
    return { error: failsWith('Aborted', result), attempts: server.sent.length }
  }

  test('ends a request before it starts', async () => {
    expect((await aborting({}, () => fine, AbortSignal.abort())).attempts).toBe(0)
  })

  test('ends a wait', async () => {
    expect((await aborting({}, () => status(500), AbortSignal.timeout(10))).attempts).toBe(1)
  })

  test('ends a wait of a sleep that does not heed it', async () => {
    expect((await aborting({ sleep: () => silence }, () => status(500), AbortSignal.timeout(10))).attempts).toBe(1)
  })

  test('ends a wait of a sleep that rejects at it', async () => {
    const sleep: Client['sleep'] = (_, signal) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))))
    expect((await aborting({ sleep }, () => status(500), AbortSignal.timeout(10))).attempts).toBe(1)
  })

  test('ends an exchange', async () => {
    expect((await aborting({}, () => silence, AbortSignal.timeout(10))).attempts).toBe(1)
  })

  test('ends the reading of a body', async () => {
    const endless = () =>
      new Response(new ReadableStream({ start: (controller) => controller.enqueue(Uint8Array.of(1)) }))
    expect((await aborting({}, endless, AbortSignal.timeout(10))).attempts).toBe(1)
  })

  test('ends a wait for the rate limit', async () => {
    const limited = () => Response.json(fine, { headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '60' } })
    const client = makeClient({ fetch: scripted(limited).fetch })
    rightOf(await countRuns({ project: 'team/vision' })(client)())
    const signal = AbortSignal.timeout(10)
    failsWith('Aborted', await countRuns({ project: 'team/vision', signal })(client)())
  })
})

test('a client whose send rejects returns an error without the key', async () => {
  const client = makeClient({ apiKey: 'the-secret-key', maxRetries: 0 })
  const broken: Client = { ...client, send: () => Promise.reject(new Error('broken by the-secret-key')) }
  const error = failsWith('NetworkFailed', await countRuns({ project: 'team/vision' })(broken)())
  expect(error.detail).toBe('broken by [key]')
})

test('a client without time sends nothing and reports why', async () => {
  const server = scripted(() => fine)
  const client = makeClient({ fetch: server.fetch, maxElapsedMs: 0 })
  expect(await countRuns({ project: 'team/vision' })(client)()).toMatchObject({ left: { _tag: 'InvalidClient' } })
  expect(client.configError).toEqual(
    loadError({ _tag: 'InvalidClient', option: 'maxElapsedMs', reason: 'must be greater than 0' }),
  )
  expect(server.sent).toEqual([])
})
