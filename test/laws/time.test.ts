import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { columnValue } from 'wandb-run-ops/ops'
import { byDay, byHour, byMonth, byWeek, column, fromSqlCell, type TimeUnit, toSqlSelect } from 'wandb-run-ops/query'
import { instantIn, oddZones, plainZones } from '../arbitraries/instant.ts'
import { run } from '../arbitraries/run.ts'
import { connectionWith } from './duckdbRuns.ts'
import { caseCount } from './law.ts'

const builders = { hour: byHour, day: byDay, week: byWeek, month: byMonth }
const units = Object.keys(builders) as ReadonlyArray<TimeUnit>

const startIn = (zone: string, unit: TimeUnit): ((time: number) => number) => {
  const read = columnValue(builders[unit](column.createdAt, zone))
  return (time) => read({ createdAt: new Date(time) }).getTime()
}

const SEED = 31

const holds = <A>(values: fc.Arbitrary<A>, predicate: (value: A) => boolean): void =>
  fc.assert(fc.property(values, predicate), { numRuns: caseCount(1000, 100) })

const readings = new Map<string, Intl.DateTimeFormat>()

/** What a clock shows, from an independent source. */
const shown = (zone: string, time: number) => {
  const format =
    readings.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
    })
  readings.set(zone, format)
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]))
  const date = `${part['year']}-${part['month']}-${part['day']}`
  return {
    hour: `${date} ${part['hour']}`,
    day: date,
    week: part['weekday'],
    month: `${part['year']}-${part['month']}`,
    minute: part['minute'],
    dayOfMonth: part['day'],
  }
}

describe.each(plainZones)('in %s', (zone) => {
  describe.each(units)('the start of the %s', (unit) => {
    const start = startIn(zone, unit)
    const instant = instantIn(zone)

    it('is not later than the time, and is its own start', () => {
      holds(instant, (time) => start(time) <= time && start(start(time)) === start(time))
    })

    it('has no other start between it and the time', () => {
      holds(fc.tuple(instant, fc.double({ min: 0, max: 1, noNaN: true })), ([time, share]) => {
        const from = start(time)
        return start(from + Math.floor((time - from) * share)) === from
      })
    })

    it('keeps the order of times', () => {
      holds(fc.tuple(instant, instant), ([one, other]) => start(Math.min(one, other)) <= start(Math.max(one, other)))
    })

    it('is the first moment that a clock shows as such', () => {
      holds(instant, (time) => {
        const from = start(time)
        const [at, now, before] = [shown(zone, from), shown(zone, time), shown(zone, from - 1)]
        if (unit === 'week') return at.week === 'Mon' && before.week === 'Sun' && time - from < 7.1 * 86_400_000
        if (unit === 'month') return at.month === now.month && at.dayOfMonth === '1' && before.month !== now.month
        if (unit === 'day') return at.day === now.day && before.day !== now.day
        // A clock that was changed in this moment need not show a full hour.
        return at.hour === now.hour && (at.minute === '0' || Number(before.minute) === 59)
      })
    })
  })
})

describe('in DuckDB', () => {
  it.each([...plainZones, ...oddZones])('%s has the same starts', async (zone) => {
    const [one] = fc.sample(run, { numRuns: 1, seed: SEED })
    if (one === undefined) throw new Error('There is no run.')
    const times = fc.sample(instantIn(zone), { numRuns: caseCount(4000, 300), seed: SEED })
    const runs = times.map((time) => ({ ...one, createdAt: new Date(time), heartbeatAt: undefined }))
    const connection = await connectionWith(runs as never)
    const named = Object.fromEntries(units.map((unit) => [unit, builders[unit](column.createdAt, zone)]))
    const sql = toSqlSelect({ columns: { ...named, none: byDay(column.heartbeatAt, zone) } }, 'duckdb')
    if (E.isLeft(sql)) throw new Error(sql.left.reason)
    const rows = (await connection.runAndReadAll(sql.right.text, sql.right.parameters)).getRows()
    const wrong = times.flatMap((time, at) =>
      units.flatMap((unit, index) => {
        const theirs = fromSqlCell(builders[unit](column.createdAt, zone))(rows[at]?.[index])
        const ours = new Date(startIn(zone, unit)(time))
        return theirs.getTime() === ours.getTime() ? [] : [{ unit, time: new Date(time), ours, theirs }]
      }),
    )
    expect(wrong.slice(0, 3)).toEqual([])
    expect(rows.every((row) => row.at(-1) === null)).toBe(true)
  })

  it.each(plainZones)('%s has days that start where date_trunc says', async (zone) => {
    const times = fc.sample(instantIn(zone), { numRuns: caseCount(4000, 300), seed: SEED })
    const connection = await connectionWith([])
    const local = `timezone($zone, timezone('UTC', epoch_ms(time)))`
    const text = `SELECT epoch_ms(timezone($zone, date_trunc('day', ${local}))) FROM (SELECT unnest(from_json($times, '["BIGINT"]')) AS time)`
    const answer = await connection.runAndReadAll(text, { zone, times: JSON.stringify(times) })
    const start = startIn(zone, 'day')
    expect(answer.getRows().map(([cell]) => Number(cell))).toEqual(times.map(start))
  })
})
