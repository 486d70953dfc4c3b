import { formatDuration } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeDuration, secondsToDuration } from 'wandb-run-ops/ops'
import { law } from '../laws/law.ts'

const DAY = 86_400

describe('secondsToDuration', () => {
  test.each([
    [0, { seconds: 0 }],
    [0.4, { seconds: 0 }],
    [59.5, { minutes: 1 }],
    [3600, { hours: 1 }],
    [93_784, { days: 1, hours: 2, minutes: 3, seconds: 4 }],
    [-90, { minutes: -1, seconds: -30 }],
    [400 * DAY, { days: 400 }],
    [Number.NaN, {}],
    [Number.POSITIVE_INFINITY, {}],
    [undefined, {}],
  ])('of %j is %j', (seconds, duration) => {
    expect(secondsToDuration(seconds as number)).toEqual(duration)
  })

  test('has the seconds, rounded', () => {
    law([fc.double({ min: -1e12, max: 1e12, noNaN: true })], (seconds) => {
      const { days = 0, hours = 0, minutes = 0, seconds: rest = 0 } = secondsToDuration(seconds)
      return Math.abs(days * DAY + hours * 3600 + minutes * 60 + rest - seconds) <= 0.5
    })
  })

  test('is said by date-fns', () => {
    expect(formatDuration(secondsToDuration(93_784))).toBe('1 day 2 hours 3 minutes 4 seconds')
  })
})

describe('describeDuration', () => {
  test.each([
    [0, '0 seconds'],
    [0.04, '0 seconds'],
    [0.06, '0.1 seconds'],
    [1, '1 second'],
    [12.34, '12.3 seconds'],
    [59.94, '59.9 seconds'],
    [59.96, '1 minute'],
    [90.4, '1 minute 30 seconds'],
    [3599.4, '59 minutes 59 seconds'],
    [3599.5, '1 hour'],
    [5400 + 29, '1 hour 30 minutes'],
    [DAY - 31, '23 hours 59 minutes'],
    [DAY - 30, '1 day'],
    [2.13 * DAY, '2 days 3 hours'],
    [2 * DAY - 60, '2 days'],
    [1000 * DAY, '1000 days'],
    [100 * DAY + 7200, '100 days'],
    [1e25, '115740740740740740000 days'],
    [-90, '-1 minute 30 seconds'],
    [-0.01, '0 seconds'],
    [Number.NaN, 'unknown'],
    [Number.NEGATIVE_INFINITY, 'unknown'],
    [undefined, 'unknown'],
    ['90', 'unknown'],
  ])('of %j is %j', (seconds, words) => {
    expect(describeDuration(seconds as number)).toBe(words)
  })

  test('has at most two units, and none of them is 60 or more', () => {
    law([fc.double({ min: 0, max: 1e9, noNaN: true })], (seconds) => {
      const parts = [...describeDuration(seconds).matchAll(/([\d.]+) (\w+?)s?\b/g)]
      const limits: Readonly<Record<string, number>> = { second: 60, minute: 60, hour: 24 }
      return parts.length <= 2 && parts.every(([, count, unit = '']) => Number(count) < (limits[unit] ?? Infinity))
    })
  })
})
