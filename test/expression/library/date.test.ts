import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startOfUnit, timeUnits } from '../../../src/expression/library/units.ts'
import { law } from '../../laws/law.ts'
import { asked, typeAsked } from './asked.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const moment = new Date('2026-11-21T10:20:30.500Z')
const later = (milliseconds: number): Date => new Date(moment.getTime() + milliseconds)
const anyDate = fc.date({ noInvalidDate: true })

describe('rounding of dates', () => {
  test.each([
    ['year', '2026-01-01T00:00:00Z'],
    ['quarter', '2026-10-01T00:00:00Z'],
    ['month', '2026-11-01T00:00:00Z'],
    ['week', '2026-11-15T00:00:00Z'],
    ['day', '2026-11-21T00:00:00Z'],
    ['hour', '2026-11-21T10:00:00Z'],
    ['minute', '2026-11-21T10:20:00Z'],
  ])('returns the start of the %s in UTC', (unit, expected) => {
    expect(asked(`x.${unit}`, { x: moment })).toEqual(new Date(expected))
    expect(asked(`x.${unit}`, { x: [moment, null] })).toEqual([new Date(expected), null])
  })

  test('returns null before the first representable date', () => {
    expect(asked('x.week', { x: new Date(-8.64e15) })).toBeNull()
  })

  test.each([
    ['year', '2025-12-31T23:00:00Z'],
    ['quarter', '2026-09-30T22:00:00Z'],
    ['month', '2026-10-31T23:00:00Z'],
    ['week', '2026-11-14T23:00:00Z'],
    ['day', '2026-11-20T23:00:00Z'],
    ['hour', '2026-11-21T10:00:00Z'],
    ['minute', '2026-11-21T10:20:00Z'],
  ])('returns the start of the %s in a zone', (unit, expected) => {
    expect(asked(`x.${unit}("Europe/Berlin")`, { x: [moment, null] })).toEqual([new Date(expected), null])
  })

  test('in a zone is where the clocks of the zone are, on days on which they are changed, too', () => {
    const twice = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:30Z'].map((time) => new Date(time))
    expect(asked('x.hour("Europe/Berlin")', { x: twice })).toEqual(
      ['2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z'].map((time) => new Date(time)),
    )
    expect(asked('x.minute("Europe/Berlin")', { x: twice })).toEqual(
      ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((time) => new Date(time)),
    )
    const noMidnight = new Date('2018-11-04T12:00:00Z')
    expect(asked('x.day("America/Sao_Paulo")', { x: noMidnight })).toEqual(new Date('2018-11-04T03:00:00Z'))
    expect(asked('x.hour("Asia/Kathmandu")', { x: moment })).toEqual(new Date('2026-11-21T10:15:00Z'))
  })

  test('of a zone that does not exist is an error that says so', () => {
    expect(asked('x.day("Europe/Berln")', { x: moment })).toMatch(
      /^EvaluationError: The zone must be the name of a time zone, such as "Europe\/Berlin" or "UTC", got "Europe\/Berln"\.$/,
    )
  })

  test('is a key to group by', () => {
    const x = ['2026-11-20T22:30:00Z', '2026-11-20T23:30:00Z', '2026-11-21T09:00:00Z'].map((t) => ({ t: new Date(t) }))
    expect(asked('x.groupby((row) => row["t"].day).map((group) => group.count)', { x })).toEqual([2, 1])
    expect(asked('x.groupby((row) => row["t"].day("Europe/Berlin")).map((group) => group.count)', { x })).toEqual([
      1, 2,
    ])
  })

  test('is never after the date, is idempotent, and does not modify the date', () => {
    law([anyDate, fc.constantFrom(...timeUnits)], (x, unit) => {
      const before = x.getTime()
      const start = startOfUnit(x, unit)
      if (start === null) return x.getTime() < -8.64e15 + 366 * DAY
      return (
        start.getTime() <= before && startOfUnit(start, unit)?.getTime() === start.getTime() && x.getTime() === before
      )
    })
  })

  test('begins each week on the Sunday of its last seven days', () => {
    law([anyDate], (x) => {
      const start = startOfUnit(x, 'week')
      return start === null || (start.getUTCDay() === 0 && x.getTime() - start.getTime() < 7 * DAY)
    })
  })
})

describe('timestamp-relativeStringAutoFormat', () => {
  test.each([
    [DAY, '1 day'],
    [-DAY, '-1 day'],
    [400 * DAY, '1.1 years'],
    [-400 * DAY, '-1.1 years'],
    [305 * DAY, '10.2 months'],
    [365 * DAY, '1 year'],
    [730 * DAY, '2 years'],
    [0, 'less than 1 ms'],
    [20.5 * 60_000, '21 minutes'],
    [-20.5 * HOUR, '-21 hours'],
    [1.2 * DAY, '1 day'],
    [1000, '1 second'],
    [1, '1 millisecond'],
    [-2, '-2 milliseconds'],
  ])('writes %d ms as %j', (milliseconds, expected) => {
    expect(asked('y.relativeStringAutoFormat(x)', { x: moment, y: later(milliseconds) })).toBe(expected)
  })

  test('is null if either is null', () => {
    expect(asked('x.relativeStringAutoFormat(null)', { x: moment })).toBeNull()
    expect(asked('null.relativeStringAutoFormat(x)', { x: moment })).toBeNull()
  })
})

describe('arithmetic of dates', () => {
  test('returns the difference of two dates in milliseconds', () => {
    expect(asked('y - x', { x: moment, y: later(1500) })).toBe(1500)
    expect(asked('y.sub(x)', { x: moment, y: later(1500) })).toBe(1500)
    expect(asked('y.sub(null)', { y: moment })).toBeNull()
    expect(typeAsked('x.sub(x)', { x: moment })).toBe('number')
  })

  test('pairs two lists by index', () => {
    expect(asked('y - x', { x: [moment, moment], y: [later(1), later(2)] })).toEqual([1, 2])
  })

  test('adds milliseconds within the range of dates', () => {
    expect(asked('x.addms(1500)', { x: moment })).toEqual(later(1500))
    expect(asked('x.addms(-1500)', { x: moment })).toEqual(later(-1500))
    expect(asked('x.addms(1e16)', { x: moment })).toBeNull()
    expect(asked('x.addms(null)', { x: moment })).toBeNull()
  })

  test('compares dates by time', () => {
    expect(asked('[x < y, x == y, x.equal(x)]', { x: moment, y: later(1) })).toEqual([true, false, true])
  })
})

describe('date-toNumber', () => {
  test.each([
    ['2020-01-01T00:00:00Z', 1_577_836_800],
    ['2020-01-01T00:00:00.250Z', 1_577_836_800.25],
    ['1969-12-31T23:59:59Z', -1],
  ])('returns the seconds since 1970: %s is %d', (x, expected) => {
    expect(asked('Date(x).toNumber', { x })).toBe(expected)
  })
})

test('an invalid Date returns null', () => {
  const x = new Date(Number.NaN)
  expect(asked('[x.toNumber, x.day, x.addms(1), x.relativeStringAutoFormat(x)]', { x })).toEqual([
    null,
    null,
    null,
    null,
  ])
})
