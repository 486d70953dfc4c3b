import { tzOffset } from '@date-fns/tz/tzOffset'

/** A time during which the clocks of a zone are not changed. All are milliseconds. */
export interface OffsetSpan {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  /** What the clocks show minus UTC. */
  readonly offset: number
}

export const MINUTE = 60_000

const signs = new Map<string, Intl.DateTimeFormat>()

/** Whether the clocks are behind UTC. */
const isBehind = (zone: string, time: number): boolean => {
  const format = signs.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  signs.set(zone, format)
  return format.format(time).includes('GMT-')
}

const offsetAt = (zone: string, time: number): number => {
  const offset = Math.round(tzOffset(zone, new Date(time)) * 60) * 1000
  // The package reads an offset such as -00:44:30 as positive.
  return offset > 0 && offset < 60 * MINUTE && isBehind(zone, time) ? -offset : offset
}

/** Times are searched in blocks of three days: since 1970, no clocks have been changed twice within a week. */
const BLOCK = 3 * 24 * 60 * MINUTE

const MAX_TIME = 8.64e15

/** Bounds the memory for one zone; 10,000 blocks are 80 years. */
const MAX_BLOCKS = 10_000

const MAX_ZONES = 100

const within = (time: number): number => Math.max(-MAX_TIME, Math.min(MAX_TIME, time))

const spansIn = (zone: string, block: number): ReadonlyArray<OffsetSpan> => {
  const from = block * BLOCK
  const to = from + BLOCK
  const before = offsetAt(zone, within(from))
  const after = offsetAt(zone, within(to))
  if (before === after) return [{ from, to, offset: before }]
  let last = from
  let change = to
  while (change - last > 1) {
    const middle = Math.floor((last + change) / 2)
    if (offsetAt(zone, within(middle)) === before) last = middle
    else change = middle
  }
  return [{ from, to: change, offset: before }, ...(change === to ? [] : [{ from: change, to, offset: after }])]
}

type Offsets = (time: number) => OffsetSpan

const offsetsIn = (zone: string): Offsets => {
  const blocks = new Map<number, ReadonlyArray<OffsetSpan>>()
  return (time) => {
    const block = Math.floor(time / BLOCK)
    let spans = blocks.get(block)
    if (spans === undefined) {
      spans = spansIn(zone, block)
      if (blocks.size >= MAX_BLOCKS) blocks.clear()
      blocks.set(block, spans)
    }
    const [first, second] = spans as readonly [OffsetSpan, OffsetSpan?]
    return second !== undefined && time >= second.from ? second : first
  }
}

const zones = new Map<string, Offsets>()

/** Returns a function from a time to a span around it in which the offset of a zone is constant. */
export const offsetsOf = (zone: string): Offsets => {
  const found = zones.get(zone)
  if (found !== undefined) return found
  if (zones.size >= MAX_ZONES) zones.clear()
  const offsets = offsetsIn(zone)
  zones.set(zone, offsets)
  return offsets
}
