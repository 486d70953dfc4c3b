import { type Cursor, readVarint } from './compact.ts'
import { damage } from './damage.ts'

/** Levels, or indexes of a dictionary: ranges of one repeated value, and ranges of values packed as bits. */
export interface Hybrid {
  /** The bits of a value. */
  readonly width: number
  /** The number of values. */
  readonly count: number
  /** All values are less. */
  readonly limit: number
}

const ones = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length)

const countBits = (bytes: Uint8Array, from: number, values: number): number => {
  const whole = from + (values >> 3)
  let found = 0
  for (let at = from; at < whole; at += 1) found += ones[bytes[at] ?? 0] ?? 0
  const rest = values & 7
  return rest === 0 ? found : found + (ones[(bytes[whole] ?? 0) & ((1 << rest) - 1)] ?? 0)
}

const countPacked = (bytes: Uint8Array, from: number, values: number, { width, limit }: Hybrid, counted: number) => {
  const mask = (1 << width) - 1
  let found = 0
  let buffer = 0
  let bits = 0
  for (let at = from, value = 0; value < values; value += 1) {
    for (; bits < width; bits += 8, at += 1) buffer |= (bytes[at] ?? 0) << bits
    const next = buffer & mask
    if (next >= limit) damage('a value is out of range')
    if (next === counted) found += 1
    buffer >>>= width
    bits -= width
  }
  return found
}

const readRepeated = (cursor: Cursor, width: number): number => {
  const size = (width + 7) >> 3
  if (size > cursor.end - cursor.at) damage('a column ends within its values')
  let value = 0
  for (let at = 0; at < size; at += 1) value |= (cursor.bytes[cursor.at + at] ?? 0) << (8 * at)
  cursor.at += size
  return value
}

/** Checks that a hybrid holds all of its values and no others, and counts those that equal `counted`. */
export const countInHybrid = (cursor: Cursor, hybrid: Hybrid, counted: number): number => {
  const { width, count, limit } = hybrid
  const { bytes, end } = cursor
  const isUnchecked = counted < 0 && limit >= 2 ** width
  let found = 0
  for (let left = count; left > 0; ) {
    const head = readVarint(cursor)
    const size = head >>> 1
    if ((head & 1) === 0) {
      const value = readRepeated(cursor, width)
      if (size > left || value < 0 || value >= limit) damage('a value is repeated too often, or out of range')
      if (value === counted) found += size
      left -= size
    } else if (size > 0) {
      const values = Math.min(left, 8 * size)
      // The last group may be cut off after the last value.
      if (values * width > 8 * (end - cursor.at) || (size - 1) * width >= end - cursor.at)
        damage('a column ends within its values')
      if (!isUnchecked)
        found +=
          width === 1 && limit === 2
            ? ([values - countBits(bytes, cursor.at, values), countBits(bytes, cursor.at, values)][counted] ?? 0)
            : countPacked(bytes, cursor.at, values, hybrid, counted)
      cursor.at = Math.min(end, cursor.at + size * width)
      left -= values
    }
  }
  return found
}
