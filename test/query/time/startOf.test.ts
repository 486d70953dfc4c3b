import { describe, expect, test } from 'vitest'
import { offsetsOf } from '../../../src/query/time/offsets.ts'
import { startOfTime, startReader } from '../../../src/query/time/startOf.ts'

const start = (unit: 'day' | 'hour' | 'month' | 'week', zone: string, time: string): string =>
  new Date(startReader(unit, zone)(Date.parse(time))).toISOString()

describe('the start of a day', () => {
  test.each([
    ['without midnight', 'America/Sao_Paulo', '2018-11-04T12:00:00Z', '2018-11-04T03:00:00.000Z'],
    ['without midnight', 'Asia/Beirut', '2022-03-27T12:00:00Z', '2022-03-26T22:00:00.000Z'],
    ['that ends twice', 'America/Sao_Paulo', '2018-02-18T02:30:00Z', '2018-02-17T02:00:00.000Z'],
    ['with two midnights', 'America/Havana', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00.000Z'],
    ['with two midnights', 'Atlantic/Azores', '2026-10-25T12:00:00Z', '2026-10-25T00:00:00.000Z'],
    ['before a day that was skipped', 'Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29T10:00:00.000Z'],
    ['after a day that was skipped', 'Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-30T10:00:00.000Z'],
    ['that began and was set back', 'America/St_Johns', '2009-11-01T03:00:00Z', '2009-10-31T02:30:00.000Z'],
  ])('%s, in %s at %s', (_, zone, time, expected) => {
    expect(start('day', zone, time)).toBe(expected)
  })
})

describe('the start of an hour', () => {
  test.each([
    ['that is repeated by half', 'Australia/Lord_Howe', '2026-04-04T14:59:00Z', '2026-04-04T14:00:00.000Z'],
    ['that is repeated by half', 'Australia/Lord_Howe', '2026-04-04T15:01:00Z', '2026-04-04T15:00:00.000Z'],
    ['that is skipped by half', 'Australia/Lord_Howe', '2026-10-03T15:31:00Z', '2026-10-03T15:30:00.000Z'],
    ['of a zone between hours', 'Asia/Kathmandu', '2026-11-21T10:14:59Z', '2026-11-21T09:15:00.000Z'],
  ])('%s, in %s at %s', (_, zone, time, expected) => {
    expect(start('hour', zone, time)).toBe(expected)
  })
})

test('an offset of less than an hour keeps its sign', () => {
  expect(offsetsOf('Africa/Monrovia')(Date.parse('1971-01-01T00:00:00Z')).offset).toBe(-(44 * 60 + 30) * 1000)
  expect(offsetsOf('Africa/Algiers')(Date.parse('1890-01-01T00:00:00Z')).offset).toBe((12 * 60 + 12) * 1000)
})

test('times and starts that a date cannot hold have no start', () => {
  for (const unit of ['hour', 'day', 'week', 'month'] as const) {
    expect(startReader(unit, 'Europe/Berlin')(Number.NaN)).toBeNaN()
    expect(startReader(unit, 'Europe/Berlin')(8.64e15 + 1)).toBeNaN()
  }
  expect(startReader('month', 'UTC')(-8.64e15)).toBeNaN()
  expect(startReader('month', 'America/New_York')(8.64e15)).toBeLessThan(8.64e15)
  expect(startOfTime('day', 'UTC')(new Date(Number.NaN))).toBeUndefined()
  expect(startOfTime('day', 'UTC')('2026-11-21')).toBeUndefined()
})

test('an unknown zone or unit has no start, and does not throw', () => {
  expect(startReader('day', 'Mars/Olympus')(0)).toBeNaN()
  expect(startReader('constructor' as never, 'UTC')(0)).toBeNaN()
})
