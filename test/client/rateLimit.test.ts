import { describe, expect, test } from 'vitest'
import { retryAfterMs, trackRateLimit } from '../../src/client/rateLimit.ts'

const now = Date.UTC(1994, 10, 6, 8, 49, 0)
const day = 86_400_000

describe('retryAfterMs', () => {
  test.each([
    ['0', 0],
    ['1', 1000],
    ['1.5', 1500],
    [' 2 ', 2000],
    ['99999999999', day],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 37_000],
    ['Sun Nov  6 08:49:37 1994', 37_000],
    ['Sun, 06 Nov 1994 08:48:00 GMT', 0],
    ['Fri, 01 Jan 2100 00:00:00 GMT', day],
  ])('reads %j', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected)
  })

  test.each([undefined, '', ' ', '-5', 'soon', 'soon 5', '1, 2', 'NaN', 'Infinity', 'Sun, 99 Foo 1994 08:49:37 GMT'])(
    'makes nothing of %j',
    (header) => {
      expect(retryAfterMs(header, now)).toBeUndefined()
    },
  )
})

describe('pacer', () => {
  const delayAfter = (status: number, headers: Readonly<Record<string, string>>): number => {
    const { delayMs, update } = trackRateLimit(() => now)
    update({ status, headers, body: new Uint8Array() })
    return delayMs()
  }

  test('holds back while none is left', () => {
    expect(delayAfter(200, { 'ratelimit-remaining': '0', 'ratelimit-reset': '7' })).toBe(7000)
    expect(delayAfter(200, { 'ratelimit-remaining': '0.5', 'ratelimit-reset': '7' })).toBe(7000)
  })

  test.each([
    {},
    { 'ratelimit-remaining': '1', 'ratelimit-reset': '7' },
    { 'ratelimit-remaining': '0' },
    { 'ratelimit-reset': '7' },
    { 'ratelimit-remaining': '-1', 'ratelimit-reset': '7' },
    { 'ratelimit-remaining': '0', 'ratelimit-reset': '-7' },
    { 'ratelimit-remaining': 'none', 'ratelimit-reset': 'soon' },
    { 'ratelimit-remaining': '', 'ratelimit-reset': '' },
  ])('does not hold back for %j', (headers) => {
    expect(delayAfter(200, headers)).toBe(0)
  })

  describe('reports what remains', () => {
    const remainingAfter = (status: number, headers: Readonly<Record<string, string>>, later = 0): number => {
      let time = now
      const { remaining, update } = trackRateLimit(() => time)
      update({ status, headers, body: new Uint8Array() })
      time += later
      return remaining()
    }

    test.each([
      [{}, 1],
      [{ 'ratelimit-remaining': '200', 'ratelimit-reset': '7' }, 0.2],
      [{ 'ratelimit-remaining': '30', 'ratelimit-limit': '60', 'ratelimit-reset': '7' }, 0.5],
      [{ 'ratelimit-remaining': '90', 'ratelimit-limit': '60', 'ratelimit-reset': '7' }, 1],
      [{ 'ratelimit-remaining': '200' }, 1],
      [{ 'ratelimit-remaining': 'few', 'ratelimit-reset': '7' }, 1],
    ])('of %j', (headers, expected) => {
      expect(remainingAfter(200, headers)).toBe(expected)
    })

    test('until the reset', () => {
      const headers = { 'ratelimit-remaining': '200', 'ratelimit-reset': '7' }
      expect(remainingAfter(200, headers, 6999)).toBe(0.2)
      expect(remainingAfter(200, headers, 7000)).toBe(1)
    })

    test('as nothing after a refusal, for as long as it asks to wait', () => {
      expect(remainingAfter(429, { 'retry-after': '2' }, 1999)).toBe(0)
      expect(remainingAfter(429, { 'retry-after': '2' }, 2000)).toBe(1)
    })
  })

  test('takes a large reset for the time itself', () => {
    const reset = String(Math.ceil(Date.UTC(2024, 0, 1) / 1000) + 5)
    const { delayMs, update } = trackRateLimit(() => Date.UTC(2024, 0, 1))
    update({ status: 200, headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': reset }, body: new Uint8Array() })
    expect(delayMs()).toBe(5000)
  })

  test('holds everybody back after a 429 with Retry-After, and nobody after another status', () => {
    expect(delayAfter(429, { 'retry-after': '3' })).toBe(3000)
    expect(delayAfter(503, { 'retry-after': '3' })).toBe(0)
    expect(delayAfter(429, {})).toBe(0)
  })

  test('does not shorten a wait', () => {
    const { delayMs, update } = trackRateLimit(() => now)
    for (const reset of ['9', '2'])
      update({
        status: 200,
        headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': reset },
        body: new Uint8Array(),
      })
    expect(delayMs()).toBe(9000)
  })

  const short = 30_000

  test.each([
    [429, { 'retry-after': '3600' }, 3_600_000],
    [429, { 'retry-after': '3601' }, short],
    [429, { 'retry-after': '86400' }, short],
    [429, { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' }, short],
    [200, { 'ratelimit-remaining': '0', 'ratelimit-reset': '60000' }, short],
    [200, { 'ratelimit-remaining': '0', 'ratelimit-reset': '999999999' }, short],
    [200, { 'ratelimit-remaining': '0', 'ratelimit-reset': '4102444800' }, short],
  ])('holds nobody back for longer than an hour (%i %j)', (status, headers, wait) => {
    expect(delayAfter(status, headers)).toBe(wait)
  })

  test('takes a very large reset for the time in milliseconds', () => {
    const time = Date.UTC(2024, 0, 1)
    const { delayMs, update } = trackRateLimit(() => time)
    const headers = { 'ratelimit-remaining': '0', 'ratelimit-reset': String(time + 5000) }
    update({ status: 200, headers, body: new Uint8Array() })
    expect(delayMs()).toBe(5000)
  })

  test('reports that little remains for no longer than it holds back', () => {
    let time = now
    const { remaining, update } = trackRateLimit(() => time)
    const headers = { 'ratelimit-remaining': '1', 'ratelimit-reset': '60000' }
    update({ status: 200, headers, body: new Uint8Array() })
    expect(remaining()).toBe(0.001)
    time += short
    expect(remaining()).toBe(1)
  })
})
