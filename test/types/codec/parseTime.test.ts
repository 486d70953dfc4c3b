import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTime } from '../../../src/types/codec/parseTime.ts'
import { law } from '../../laws/law.ts'

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
