import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UtcDate } from 'wandb-run-ops/types'
import { fastTime, parseTime } from '../../../src/types/wire/time.ts'
import { inTimeZone } from '../../fixtures/inTimeZone.ts'
import { caseCount, law } from '../../laws/law.ts'
import { decoded, refusal } from '../outcome.ts'

describe('parseTime', async () => {
  const iso = (text: string): string | undefined => parseTime(text)?.toISOString()

  describe('parseTime', () => {
    test.each([
      ['2026-11-21T10:00:00', '2026-11-21T10:00:00.000Z'],
      ['2026-11-21 10:00:00', '2026-11-21T10:00:00.000Z'],
      ['2026-11-21t10:00:00z', '2026-11-21T10:00:00.000Z'],
      ['2026-11-21T10:00:00.123456789', '2026-11-21T10:00:00.123Z'],
      ['2026-11-21T10:00:00+02', '2026-11-21T08:00:00.000Z'],
      ['2026-11-21 10:00:00 -0530', '2026-11-21T15:30:00.000Z'],
      ['+012026-11-21T10:00:00Z', '+012026-11-21T10:00:00.000Z'],
      ['0050-02-28T00:00:00Z', '0050-02-28T00:00:00.000Z'],
      ['-000400-02-29T00:00:00Z', '-000400-02-29T00:00:00.000Z'],
    ])('reads %s as %s', (text, expected) => {
      expect(iso(text)).toBe(expected)
    })

    test.each([
      ...['', 'Invalid Date', 'now', '2026-11-21', '2026-11-21T10:00', '2026-11-21T10:00:00 ', '\n2026-11-21T10:00:00'],
      ...['2026-02-29T00:00:00', '2026-13-01T00:00:00', '2026-00-01T00:00:00', '2026-11-00T00:00:00'],
      ...['2026-11-21T24:00:00', '2026-11-21T23:59:60', '2026-11-21T10:00:00+24:00', '2026-11-21T10:00:00+02:60'],
      ...['-000000-01-01T00:00:00Z', '+999999-01-01T00:00:00Z', '1763719200000', '__proto__', '٢٠٢٦-11-21T10:00:00'],
    ])('returns undefined for %j', (text) => {
      expect(parseTime(text)).toBeUndefined()
    })

    test('reads the last times that a Date can hold, and none after them', () => {
      expect(parseTime('+275760-09-13T00:00:00.000Z')?.getTime()).toBe(8.64e15)
      expect(parseTime('-271821-04-20T00:00:00.000Z')?.getTime()).toBe(-8.64e15)
      expect(parseTime('+275760-09-13T00:00:00.001Z')).toBeUndefined()
      expect(parseTime('+275760-09-12T23:59:59-00:01')).toBeUndefined()
    })

    test('returns a new Date each time', () => {
      parseTime('2026-11-21T10:00:00')?.setTime(0)
      expect(iso('2026-11-21T10:00:00')).toBe('2026-11-21T10:00:00.000Z')
    })

    test('round-trips every Date through its ISO string', () => {
      law([fc.date({ noInvalidDate: true })], (date) => parseTime(date.toISOString())?.getTime() === date.getTime())
    })

    test('returns a time or undefined for any text, and never an invalid Date', () => {
      const digits = fc.string({ unit: fc.constantFrom(...'0123456789-+:.TZtz '), maxLength: 30 })
      law([fc.oneof(digits, fc.string())], (text) => {
        const time = parseTime(text)
        return time === undefined || !Number.isNaN(time.getTime())
      })
    })
  })
})

describe('plainTime', async () => {
  const agrees = (text: string): boolean => {
    const time = fastTime(text)
    return time === undefined || time.getTime() === parseTime(text)?.getTime()
  }

  const number = (below: number, width: number): fc.Arbitrary<string> =>
    fc.nat(below).map((n) => String(n).padStart(width, '0'))

  /** Times of the common form, with numbers slightly out of range and occasionally a changed character. */
  const nearly: fc.Arbitrary<string> = fc
    .tuple(
      fc.oneof(number(9999, 4), fc.constantFrom('0000', '0099', '0100', '1900', '2000', '2023', '2024')),
      number(13, 2),
      number(32, 2),
      number(25, 2),
      number(60, 2),
      number(60, 2),
      fc.constantFrom('', '.000', '.5', '.123', '.999', '.1234', '.12a', ',123'),
      fc.constantFrom('', 'Z', 'z', '+02', ' '),
      fc.nat(24),
      fc.option(fc.constantFrom('-', 'T', ' ', ':', '.', 'a', '/', 'Z'), { freq: 4 }),
    )
    .map(([year, month, day, hour, minute, second, fraction, zone, at, changed]) => {
      const text = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone}`
      return changed === null ? text : text.slice(0, at) + changed + text.slice(at + 1)
    })

  test('parses what parseTime parses, to the same time, or nothing', () => {
    law([fc.oneof(nearly, fc.string({ unit: fc.constantFrom(...'0123456789-:.TZ '), maxLength: 25 }))], agrees)
  })

  test.each(['', 'Z'])('reads every day of four years with %j after the time', (end) => {
    for (let day = Date.UTC(2023, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
      const text = `${new Date(day).toISOString().slice(0, 10)}T23:59:58${end}`
      expect(fastTime(text)?.getTime(), text).toBe(parseTime(text)?.getTime())
    }
  })

  test.each([
    '2023-02-29',
    '2024-02-30',
    '1900-02-29',
    '2023-04-31',
    '2023-00-10',
    '2023-13-01',
    '2023-01-00',
    '2023-01-32',
  ])('leaves %s to parseTime', (day) => {
    expect(fastTime(`${day}T00:00:00Z`)).toBeUndefined()
  })
})

describe('UtcDate', async () => {
  const iso = (wire: unknown): string => decoded(UtcDate, wire).toISOString()

  describe('UtcDate', () => {
    test.each([
      ['2024-02-29T10:00:00', '2024-02-29T10:00:00.000Z'],
      ['2024-02-29T10:00:00Z', '2024-02-29T10:00:00.000Z'],
      ['2024-02-29T10:00:00z', '2024-02-29T10:00:00.000Z'],
      ['2024-02-29t10:00:00z', '2024-02-29T10:00:00.000Z'],
      ['2024-02-29 10:00:00', '2024-02-29T10:00:00.000Z'],
      ['2024-02-29 10:00:00Z', '2024-02-29T10:00:00.000Z'],
      ['2024-02-29 10:00:00 Z', '2024-02-29T10:00:00.000Z'],
      ['2024-02-29 10:00:00 +02:00', '2024-02-29T08:00:00.000Z'],
      ['2024-02-29T10:00:00+02', '2024-02-29T08:00:00.000Z'],
      ['2024-02-29T10:00:00+0200', '2024-02-29T08:00:00.000Z'],
      ['2024-02-29T10:00:00+02:00', '2024-02-29T08:00:00.000Z'],
      ['2024-02-29T10:00:00-02', '2024-02-29T12:00:00.000Z'],
      ['2024-02-29T10:00:00-0230', '2024-02-29T12:30:00.000Z'],
      ['2024-02-29T10:00:00+05:45', '2024-02-29T04:15:00.000Z'],
      ['2024-02-29T10:00:00+00:00', '2024-02-29T10:00:00.000Z'],
      ['2024-02-29T10:00:00-00:00', '2024-02-29T10:00:00.000Z'],
      ['2024-02-29T23:30:00-01:00', '2024-03-01T00:30:00.000Z'],
      ['2024-01-01T00:30:00+01:00', '2023-12-31T23:30:00.000Z'],
    ])('%s is %s', (wire, expected) => {
      expect(iso(wire)).toBe(expected)
    })

    test.each([
      ['.1', '.100'],
      ['.12', '.120'],
      ['.123', '.123'],
      ['.1239', '.123'],
      ['.123999', '.123'],
      ['.123456789', '.123'],
      ['.999999999', '.999'],
      ['.000000001', '.000'],
      [`.5${'0'.repeat(100)}`, '.500'],
    ])('a fraction %s is truncated to %s seconds, with every kind of time zone', (fraction, milliseconds) => {
      for (const zone of ['', 'Z', 'z', ' Z', '+00', '+0000', '-00:00'])
        expect(iso(`2024-02-29T10:00:00${fraction}${zone}`)).toBe(`2024-02-29T10:00:00${milliseconds}Z`)
      expect(iso(`2024-02-29T10:00:00${fraction}+02:00`)).toBe(`2024-02-29T08:00:00${milliseconds}Z`)
    })

    test('a fraction before 1970 is truncated towards the past', () => {
      expect(iso('1969-12-31T23:59:59.9999')).toBe('1969-12-31T23:59:59.999Z')
    })

    test.each(['2024-02-29', '2000-02-29', '0004-02-29', '0000-02-29', '2023-12-31', '2023-04-30', '+012000-02-29'])(
      '%s is a day',
      (day) => {
        expect(iso(`${day}T00:00:00`).slice(0, day.length)).toBe(day)
      },
    )

    test.each([
      '2023-02-29',
      '1900-02-29',
      '2100-02-29',
      '0100-02-29',
      '0001-02-29',
      '2024-02-30',
      '2023-04-31',
      '2023-00-10',
      '2023-13-01',
      '2023-01-00',
      '2023-01-32',
    ])('%s is not a day', (day) => {
      expect(refusal(UtcDate, `${day}T00:00:00Z`)).toEqual({ path: [], expected: 'UtcDate', actual: 'string' })
    })

    test('a year below 100 is that year', () => {
      expect(iso('0001-01-01T00:00:00Z')).toBe('0001-01-01T00:00:00.000Z')
      expect(iso('0099-12-31T23:59:59')).toBe('0099-12-31T23:59:59.000Z')
      expect(iso('0000-01-01T00:00:00+01:00')).toBe('-000001-12-31T23:00:00.000Z')
    })

    test.each(['24:00:00', '23:60:00', '23:59:60', '99:00:00'])('%s is not a time of day', (time) => {
      expect(refusal(UtcDate, `2024-01-01T${time}Z`)).toEqual({ path: [], expected: 'UtcDate', actual: 'string' })
    })

    test.each([
      '+24:00',
      '-99',
      '+02:60',
      '+0299',
      '+2',
      '+02:0',
      '+02:00:00',
      'UTC',
      'GMT',
      ' EST',
      'ZZ',
      '+',
      '  Z',
      ' ',
    ])('%j is not a time zone', (zone) => {
      expect(refusal(UtcDate, `2024-01-01T00:00:00${zone}`).actual).toBe('string')
    })

    test.each([
      '',
      ' ',
      'now',
      '2024-01-01',
      '2024-01-01T10:00',
      '2024-01-01T10:00:00.',
      '2024-01-01T10:00:00,5',
      '2024-1-1T10:00:00',
      '24-01-01T10:00:00',
      ' 2024-01-01T10:00:00',
      '2024-01-01T10:00:00\n',
      '2024-01-01T10:00:00Z2024-01-01T10:00:00Z',
      '2024-01-01  10:00:00',
      '2024/01/01 10:00:00',
      '20240101T100000Z',
      '-000000-01-01T00:00:00Z',
      '+999999-01-01T00:00:00Z',
      '1706250824',
      'Fri, 26 Jan 2024 06:28:18 GMT',
      '٢٠٢٤-01-01T10:00:00',
    ])('%j is not a time', (wire) => {
      expect(refusal(UtcDate, wire)).toEqual({ path: [], expected: 'UtcDate', actual: 'string' })
    })

    test.each([
      [null, 'null'],
      [undefined, 'undefined'],
      [1706250824000, 'number'],
      [{}, 'object'],
      [['2024-01-01T10:00:00'], 'array'],
      [new Date(Number.NaN), 'date'],
    ])('%s is not a time either', (wire, actual) => {
      expect(refusal(UtcDate, wire)).toEqual({ path: [], expected: 'UtcDate', actual })
    })

    test('a Date decodes to a new Date of the same time', () => {
      const wire = new Date(1e12)
      const date = decoded(UtcDate, wire)
      wire.setTime(0)
      expect(date.getTime()).toBe(1e12)
    })

    test('recognizes valid dates only', () => {
      expect(UtcDate.is(new Date(0))).toBe(true)
      expect([new Date(Number.NaN), '2024-01-01T10:00:00Z', 0, null, undefined].some(UtcDate.is)).toBe(false)
    })

    test('round-trips any year that a Date can hold', () => {
      fc.assert(
        fc.property(fc.date({ noInvalidDate: true }), (date) => iso(UtcDate.encode(date)) === date.toISOString()),
        { numRuns: caseCount(1000) },
      )
      for (const extreme of [8.64e15, -8.64e15])
        expect(iso(UtcDate.encode(new Date(extreme)))).toBe(new Date(extreme).toISOString())
    })

    test('agrees with the engine on every time from 1800 to 2200, with or without an offset', () => {
      const moment = fc.date({ min: new Date(Date.UTC(1800)), max: new Date(Date.UTC(2200)), noInvalidDate: true })
      const offset = fc.tuple(
        fc.constantFrom('+', '-'),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
      )
      fc.assert(
        fc.property(moment, offset, (date, [sign, hours, minutes]) => {
          const local = date.toISOString().slice(0, -1)
          const zone = `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
          return (
            decoded(UtcDate, local).getTime() === date.getTime() &&
            decoded(UtcDate, local + zone).getTime() === new Date(local + zone).getTime()
          )
        }),
      )
    })
  })

  describe.each(['America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'])('on a machine in %s', (TZ) => {
    test('a time without a time zone is UTC, even in the hour that daylight saving skips', () => {
      const times = ['2024-03-10T02:30:00', '2024-11-03T01:30:00', '2011-12-30T12:00:00', '2024-01-01 00:00:00.5']
      const offsets = { 'America/New_York': 300, 'Asia/Kathmandu': -345, 'Pacific/Apia': -780, UTC: 0 }
      const read = inTimeZone(TZ, () => [...times.map(iso), new Date(2024, 0, 1).getTimezoneOffset()])
      expect(read).toEqual([
        '2024-03-10T02:30:00.000Z',
        '2024-11-03T01:30:00.000Z',
        '2011-12-30T12:00:00.000Z',
        '2024-01-01T00:00:00.500Z',
        offsets[TZ as keyof typeof offsets],
      ])
    })
  })
})
