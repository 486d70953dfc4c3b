import { DAY, floorClock, HOUR, isTimeUnit, type TimeUnit } from './calendar.ts'
import { offsetsOf } from './offsets.ts'
import { isTimeZone } from './zone.ts'

/** No clock is further from UTC than this. */
const MAX_OFFSET = 16 * HOUR

const MAX_TIME = 8.64e15

/** The first moment at which the clocks of a zone show a time, or a later one if they skip it. */
export const momentAt = (zone: string, clock: number): number => {
  const spanAt = offsetsOf(zone)
  let time = clock - MAX_OFFSET
  while (time <= clock + MAX_OFFSET) {
    const { from, to, offset } = spanAt(time)
    const moment = Math.max(from, clock - offset)
    if (moment < to) return moment
    time = to
  }
  return Number.NaN
}

/** Bounds the memory for one unit in one zone. */
const MAX_STARTS = 100_000

/**
 * An hour starts where the clock shows a full hour, before or after it is changed: the hour that is repeated when clocks
 * are set back is an hour of its own.
 */
const hourReader = (zone: string): ((time: number) => number) => {
  const spanAt = offsetsOf(zone)
  return (time) => {
    let span = spanAt(time)
    const { offset } = span
    const start = floorClock(time + offset, 'hour') - offset
    while (start < span.from) {
      const earlier = spanAt(span.from - 1)
      if (earlier.offset !== offset) return floorClock(span.from + earlier.offset, 'hour') - earlier.offset
      span = earlier
    }
    return start
  }
}

/** A day, week or month has the times at which the clock shows it, and starts at the first of them. */
const dateReader = (zone: string, unit: TimeUnit): ((time: number) => number) => {
  const spanAt = offsetsOf(zone)
  const starts = new Map<number, number>()
  return (time) => {
    const clock = time + spanAt(time).offset
    const day = Math.floor(clock / DAY)
    const found = starts.get(day)
    if (found !== undefined) return found
    if (starts.size >= MAX_STARTS) starts.clear()
    const start = momentAt(zone, floorClock(clock, unit))
    starts.set(day, start)
    return start
  }
}

const checked =
  (read: (time: number) => number): ((time: number) => number) =>
  (time) => {
    if (!(Math.abs(time) <= MAX_TIME)) return Number.NaN
    const start = read(time)
    return start >= -MAX_TIME ? start : Number.NaN
  }

const readers = new Map<string, (time: number) => number>()

const MAX_READERS = 100

/**
 * Returns a function from a time to the start of its unit in a zone, both in milliseconds; `NaN` for a time or a start
 * that a `Date` cannot represent, and for an unknown unit or zone.
 */
export const startReader = (unit: TimeUnit, zone: string): ((time: number) => number) => {
  const key = `${unit} ${zone}`
  const found = readers.get(key)
  if (found !== undefined) return found
  if (readers.size >= MAX_READERS) readers.clear()
  const isKnown = isTimeUnit(unit) && isTimeZone(zone)
  const reader = isKnown ? checked(unit === 'hour' ? hourReader(zone) : dateReader(zone, unit)) : () => Number.NaN
  readers.set(key, reader)
  return reader
}

/** Returns a function from a time, or any other value, to the start of its unit; `undefined` where there is none. */
export const startOfTime = (unit: TimeUnit, zone: string): ((time: unknown) => Date | undefined) => {
  const startOf = startReader(unit, zone)
  return (time) => {
    const start = time instanceof Date ? startOf(time.getTime()) : Number.NaN
    return Number.isNaN(start) ? undefined : new Date(start)
  }
}
