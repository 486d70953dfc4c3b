import { offsetsOf } from '../../query/time/offsets.ts'
import { momentAt, startReader } from '../../query/time/startOf.ts'

/** The units that dates are rounded down to. */
export const timeUnits = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute'] as const

type TimeUnit = (typeof timeUnits)[number]

const lengths: Partial<Record<TimeUnit, number>> = { day: 86_400_000, hour: 3_600_000, minute: 60_000 }

const firstMonth = (month: number, unit: TimeUnit): number =>
  unit === 'year' ? 0 : unit === 'quarter' ? month - (month % 3) : month

const dateAt = (time: number): Date | null => (Math.abs(time) <= 8.64e15 ? new Date(time) : null)

/** Returns the start of a date's unit, in UTC; weeks start on Sunday. `null` if it is out of range. */
export const startOfUnit = (date: Date, unit: TimeUnit): Date | null => {
  const start = new Date(date)
  const length = lengths[unit]
  if (length !== undefined) start.setTime(Math.floor(start.getTime() / length) * length)
  else {
    start.setUTCHours(0, 0, 0, 0)
    if (unit === 'week') start.setUTCDate(start.getUTCDate() - start.getUTCDay())
    else start.setUTCMonth(firstMonth(start.getUTCMonth(), unit), 1)
  }
  return Number.isNaN(start.getTime()) ? null : start
}

/** Returns the start of a date's unit on the clocks of a time zone; otherwise like {@link startOfUnit}. */
export const startOfUnitIn = (zone: string, date: Date, unit: TimeUnit): Date | null => {
  const time = date.getTime()
  if (unit === 'hour') return dateAt(startReader(unit, zone)(time))
  const clock = time + offsetsOf(zone)(time).offset
  const start = startOfUnit(new Date(clock), unit)
  if (start === null) return null
  // A minute is too short to look for its start on a clock that may show it twice.
  return dateAt(unit === 'minute' ? time - (clock - start.getTime()) : momentAt(zone, start.getTime()))
}

/** A range of numbers from `start` to `stop`, exclusive. */
export interface Bin {
  readonly start: number
  readonly stop: number
}

/** Returns the start of each bin; for widths such as 0.1 by division, which rounds better than multiplication. */
const edges = (step: number): ((index: number) => number) => {
  const parts = Math.round(1 / step)
  return parts >= 1 && 1 / parts === step ? (index) => index / parts : (index) => index * step
}

/** Returns the bin of a number, among bins of a width that start at its multiples; `null` if there is none. */
export const binOf = (number: number, step: number): Bin | null => {
  if (!(step > 0)) return null
  const edge = edges(step)
  let index = Math.floor(number / step)
  if (edge(index) > number) index -= 1
  else if (edge(index + 1) <= number) index += 1
  const start = edge(index)
  const stop = edge(index + 1)
  return start <= number && number < stop ? { start, stop } : null
}

/**
 * Returns the bin of each number, among equally wide bins from the smallest number to the largest, which is in the last bin.
 * If all numbers are equal, the bins are 1 wide.
 */
export const equalBins = (numbers: ReadonlyArray<number | null>, count: number): ReadonlyArray<Bin | null> => {
  let least = Number.POSITIVE_INFINITY
  let greatest = -least
  for (const number of numbers) {
    if (number === null) continue
    if (number < least) least = number
    if (number > greatest) greatest = number
  }
  const width = greatest === least ? 1 : greatest / count - least / count
  const edge = (index: number): number => (index === count && greatest !== least ? greatest : least + index * width)
  const isUsable = Number.isInteger(count) && count >= 1 && width > 0 && Number.isFinite(width)
  return numbers.map((number) => {
    if (number === null || !isUsable) return null
    let index = Math.min(count - 1, Math.floor((number - least) / width))
    if (index > 0 && edge(index) > number) index -= 1
    else if (index < count - 1 && edge(index + 1) <= number) index += 1
    return { start: edge(index), stop: edge(index + 1) }
  })
}

const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB']

/** Formats bytes in the largest decimal unit of which there is at least 1, to two decimals; bytes themselves are not rounded. */
export const formatBytes = (bytes: number): string | null => {
  if (!Number.isFinite(bytes)) return null
  let unit = 0
  let size = bytes
  // A value that would round to 1000 moves to the next unit.
  while (Math.abs(size) >= (unit === 0 ? 1000 : 999.995) && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(2)}${units[unit]}`
}
