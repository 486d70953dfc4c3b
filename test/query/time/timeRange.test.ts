import { describe, expect, test } from 'vitest'
import { matches } from 'wandb-run-ops/ops'
import { between, column, timeRange } from 'wandb-run-ops/query'

/** A Saturday. */
const now = new Date('2026-11-21T12:34:56.789Z')

const range = (words: string, zone?: string, at = now): string => {
  const { start, end } = timeRange(words, { now: at, zone })
  return `${start.toISOString()} ${end.toISOString()}`
}

test.each([
  ['today', '2026-11-21T00:00:00.000Z 2026-11-21T23:59:59.999Z'],
  ['yesterday', '2026-11-20T00:00:00.000Z 2026-11-20T23:59:59.999Z'],
  ['this hour', '2026-11-21T12:00:00.000Z 2026-11-21T12:59:59.999Z'],
  ['last hour', '2026-11-21T11:00:00.000Z 2026-11-21T11:59:59.999Z'],
  ['this week', '2026-11-16T00:00:00.000Z 2026-11-22T23:59:59.999Z'],
  ['Last  Week', '2026-11-09T00:00:00.000Z 2026-11-15T23:59:59.999Z'],
  ['previous week', '2026-11-09T00:00:00.000Z 2026-11-15T23:59:59.999Z'],
  ['this month', '2026-11-01T00:00:00.000Z 2026-11-30T23:59:59.999Z'],
  ['last month', '2026-10-01T00:00:00.000Z 2026-10-31T23:59:59.999Z'],
  ['this year', '2026-01-01T00:00:00.000Z 2026-12-31T23:59:59.999Z'],
  ['last year', '2025-01-01T00:00:00.000Z 2025-12-31T23:59:59.999Z'],
  ['last 30 minutes', '2026-11-21T12:04:56.789Z 2026-11-21T12:34:56.789Z'],
  ['last 24 hours', '2026-11-20T12:34:56.789Z 2026-11-21T12:34:56.789Z'],
  ['24h', '2026-11-20T12:34:56.789Z 2026-11-21T12:34:56.789Z'],
  ['last 7 days', '2026-11-14T12:34:56.789Z 2026-11-21T12:34:56.789Z'],
  ['past 1 day', '2026-11-20T12:34:56.789Z 2026-11-21T12:34:56.789Z'],
  ['2w', '2026-11-07T12:34:56.789Z 2026-11-21T12:34:56.789Z'],
  ['last 9 months', '2026-02-21T12:34:56.789Z 2026-11-21T12:34:56.789Z'],
  ['last 2 years', '2024-11-21T12:34:56.789Z 2026-11-21T12:34:56.789Z'],
  ['2026', '2026-01-01T00:00:00.000Z 2026-12-31T23:59:59.999Z'],
  ['2026-02', '2026-02-01T00:00:00.000Z 2026-02-28T23:59:59.999Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z 2024-02-29T23:59:59.999Z'],
])('%j', (words, expected) => {
  expect(range(words)).toBe(expected)
})

describe('on days on which the clocks are changed', () => {
  const back = new Date('2026-10-25T12:00:00Z')

  test.each([
    ['today', 'Europe/Berlin', back, '2026-10-24T22:00:00.000Z 2026-10-25T22:59:59.999Z'],
    ['last 1 day', 'Europe/Berlin', back, '2026-10-24T11:00:00.000Z 2026-10-25T12:00:00.000Z'],
    ['last 24 hours', 'Europe/Berlin', back, '2026-10-24T12:00:00.000Z 2026-10-25T12:00:00.000Z'],
    [
      'last hour',
      'Europe/Berlin',
      new Date('2026-10-25T01:30:00Z'),
      '2026-10-25T00:00:00.000Z 2026-10-25T00:59:59.999Z',
    ],
    ['2018-11-04', 'America/Sao_Paulo', back, '2018-11-04T03:00:00.000Z 2018-11-05T01:59:59.999Z'],
    ['this hour', 'Asia/Kathmandu', back, '2026-10-25T11:15:00.000Z 2026-10-25T12:14:59.999Z'],
  ])('%j in %s at %o', (words, zone, at, expected) => {
    expect(range(words, zone, at)).toBe(expected)
  })

  test('a month back from a day that the month lacks is its last day', () => {
    expect(range('last 1 month', 'UTC', new Date('2026-03-31T08:00:00Z'))).toMatch(/^2026-02-28T08:00:00.000Z /)
  })
})

test('between takes words', () => {
  const filter = between(column.createdAt, 'last week', { now, zone: 'America/New_York' })
  const runs = ['2026-11-09T04:59:59.999Z', '2026-11-09T05:00:00Z', '2026-11-16T04:59:59.999Z', '2026-11-16T05:00:00Z']
  expect(runs.map((time) => matches({ createdAt: new Date(time) }, filter))).toEqual([false, true, true, false])
})

describe('what is wrong is said', () => {
  test.each(['', 'next week', 'last weeks', 'last 7', '7m', '2026-13', '2026-02-30', 'last 123456 days', '__proto__'])(
    'of the words %j, with the forms',
    (words) => {
      expect(() => timeRange(words, { now })).toThrow(
        /^The words of timeRange must be today, yesterday, this hour, .*2026-11-21, got "/,
      )
    },
  )

  test.each([
    [() => timeRange(7 as never, { now }), /got number\.$/],
    [() => timeRange('today', { now, zone: 'Mars' }), /^zone of timeRange must be the name of a time zone/],
    [() => timeRange('today', { now: 'now' } as never), /^now of timeRange must be a Date/],
    [() => timeRange('today', { now: new Date(Number.NaN) }), /out of range: now must be a valid date/],
    [() => timeRange('last 99999 years', { now: new Date(-8e15) }), /out of range/],
    [() => between(column.createdAt, 'today', undefined as never), /must be an object of options \(now, zone\)/],
  ])('of %o', (call, message) => {
    expect(call).toThrow(message)
  })
})
