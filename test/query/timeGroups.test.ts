import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { columnValue, groupRunsBy, matches, ordOf } from 'wandb-run-ops/ops'
import {
  byDay,
  byHour,
  byMonth,
  byWeek,
  type Column,
  column,
  desc,
  describeFilter,
  eq,
  exists,
  gte,
  toMongo,
  toOrder,
} from 'wandb-run-ops/query'
import { columnLabel, fieldType, isColumn, isTime } from '../../src/query/Column.ts'
import { columnIssue } from '../../src/query/filterIssue.ts'

const at = (time: string) => ({ createdAt: new Date(time) })

const start = (time: string, of: Column<Date, { readonly createdAt: Date }>): string =>
  columnValue(at(time), of).toISOString()

test('a column by day is plain data with the unit, the field and the zone', () => {
  const of = { _tag: 'Field', name: 'heartbeatAt' }
  expect(byDay(column.heartbeatAt, 'Europe/Berlin')).toEqual({
    _tag: 'StartOf',
    unit: 'day',
    of,
    zone: 'Europe/Berlin',
  })
  expect(byDay(column.heartbeatAt)).toEqual({ _tag: 'StartOf', unit: 'day', of, zone: 'UTC' })
  expect(isColumn(JSON.parse(JSON.stringify(byMonth(column.createdAt))))).toBe(true)
})

test.each([
  [byHour, 'UTC', '2026-11-22T10:00:00.000Z'],
  [byHour, 'Asia/Kathmandu', '2026-11-22T10:15:00.000Z'],
  [byDay, 'UTC', '2026-11-22T00:00:00.000Z'],
  [byDay, 'America/New_York', '2026-11-22T05:00:00.000Z'],
  [byWeek, 'UTC', '2026-11-16T00:00:00.000Z'],
  [byWeek, 'Pacific/Auckland', '2026-11-15T11:00:00.000Z'],
  [byMonth, 'UTC', '2026-11-01T00:00:00.000Z'],
  [byMonth, 'Europe/Berlin', '2026-10-31T23:00:00.000Z'],
] as const)('the start by %o in %s', (by, zone, expected) => {
  expect(start('2026-11-22T10:59:59.999Z', by(column.createdAt, zone))).toBe(expected)
})

test('a week starts on Monday, in a zone where it is another day than in UTC, too', () => {
  expect(start('2026-11-22T22:00:00Z', byWeek(column.createdAt))).toBe('2026-11-16T00:00:00.000Z')
  expect(start('2026-11-22T23:00:00Z', byWeek(column.createdAt, 'Europe/Berlin'))).toBe('2026-11-22T23:00:00.000Z')
})

test('a missing time stays missing, and is a group of its own', () => {
  const runs = [
    { heartbeatAt: undefined },
    { heartbeatAt: new Date('2026-11-22T10:00:00Z') },
    { heartbeatAt: undefined },
  ]
  expect(runs.map(columnValue(byDay(column.heartbeatAt)))).toEqual([undefined, new Date('2026-11-22'), undefined])
  expect(groupRunsBy(byDay(column.heartbeatAt))(runs).map(({ runs }) => runs.length)).toEqual([2, 1])
  expect(runs.map(matches(exists(byDay(column.heartbeatAt))))).toEqual([false, true, false])
})

test('the two hours that a clock shows twice are two groups', () => {
  const runs = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map(at)
  const keys = groupRunsBy(byHour(column.createdAt, 'Europe/Berlin'))(runs).map(({ key }) => key.toISOString())
  expect(keys).toEqual(['2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z'])
})

test('filters and orders in memory take it for a time', () => {
  const of = byDay(column.createdAt, 'Europe/Berlin')
  const runs = ['2026-11-20T22:30:00Z', '2026-11-20T23:30:00Z'].map(at)
  expect(runs.map(matches(eq(of, new Date('2026-11-20T23:00:00Z'))))).toEqual([false, true])
  expect(runs.map(matches(gte(of, new Date('2026-11-19T23:00:00Z'))))).toEqual([true, true])
  expect(runs.toSorted(ordOf(desc(of)).compare)).toEqual(runs.toReversed())
  expect([isTime(of), fieldType(of)]).toEqual([true, 'time'])
})

test('the server refuses it in filters and orders, and says what to do', () => {
  const of = byDay(column.createdAt, 'Europe/Berlin')
  const field = 'createdAt.byDay("Europe/Berlin")'
  expect(toMongo(eq(of, new Date(0)))).toMatchObject(
    E.left({
      field: `filters.${field}`,
      reason: 'is not available on the server: use split, and apply the rest to the loaded runs',
    }),
  )
  expect(toOrder(desc(of))).toMatchObject(
    E.left({ field: `order.${field}`, reason: 'is not available on the server: sort the loaded runs with ordOf' }),
  )
})

test('its label has the zone, unless that is UTC', () => {
  expect(columnLabel(byHour(column.createdAt))).toBe('createdAt.byHour')
  expect(columnLabel(byMonth(column.heartbeatAt, 'Asia/Tokyo'))).toBe('heartbeatAt.byMonth("Asia/Tokyo")')
  expect(describeFilter(eq(byWeek(column.createdAt), new Date(0)))).toBe('createdAt.byWeek is 1970-01-01T00:00:00.000Z')
})

describe('what is wrong is said', () => {
  test.each([
    ['America/New_Yrok', 'America/New_York'],
    ['europe/paris', 'Europe/Paris'],
    ['utc', 'Europe/Berlin'],
    ['+01:00', 'Europe/Berlin'],
    ['', 'Europe/Berlin'],
    ['__proto__', 'Europe/Berlin'],
  ])('of the zone %j, when called', (zone, example) => {
    expect(() => byDay(column.createdAt, zone)).toThrow(
      new TypeError(
        `Invalid argument of byDay: zone must be the name of a time zone, such as "${example}" or "UTC", got "${zone}".`,
      ),
    )
  })

  test('of a column without times, when called', () => {
    for (const of of [column.state, column.runtime, column.config('t'), undefined, byDay(column.createdAt)])
      expect(() => byDay(of as never)).toThrow(
        'Invalid argument of byDay: column must be a column of times: column.createdAt or column.heartbeatAt.',
      )
  })

  test.each([
    [{ unit: 'year' }, 'unit'],
    [{ of: { _tag: 'Field', name: 'state' } }, 'of'],
    [{ of: { _tag: 'Config', path: ['t'] } }, 'of'],
    [{ of: byDay(column.createdAt) }, 'of'],
    [{ of: undefined }, 'of'],
    [{ zone: 'Mars/Olympus' }, 'zone'],
    [{ zone: 1 }, 'zone'],
  ])('of stored data with %j, in %j', (part, field) => {
    const stored = { ...byDay(column.createdAt), ...part }
    expect(columnIssue(stored, [])).toMatchObject({ _tag: 'InvalidQuery', field })
  })
})
