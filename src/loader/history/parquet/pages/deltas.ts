import { type Cursor, readVarint, readZigZag, skipInt64 } from './compact.ts'
import { damage } from './damage.ts'

const readBits = (bytes: Uint8Array, bit: number, width: number): number => {
  let value = 0
  for (let read = 0; read < width; ) {
    const at = bit + read
    const take = Math.min(8 - (at & 7), width - read)
    if (read < 32) value |= (((bytes[at >> 3] ?? 0) >>> (at & 7)) & ((1 << take) - 1)) << read
    read += take
  }
  return value
}

/**
 * Checks the blocks of numbers that are stored as differences. With `lengths`, which are numbers of 32 bits, also decodes
 * them into it.
 */
export const checkDeltas = (cursor: Cursor, count: number, bits: 32 | 64, lengths?: Int32Array): void => {
  const { bytes, end } = cursor
  const blockSize = readVarint(cursor)
  const blocks = readVarint(cursor)
  const total = readVarint(cursor)
  const size = blockSize / blocks
  if (!Number.isInteger(size) || size === 0 || size % 8 !== 0) damage('a block of numbers has an impossible size')
  if (total !== count) damage('a column has another number of values than it says')
  let value = 0
  if (lengths === undefined) skipInt64(cursor)
  else {
    value = readZigZag(cursor)
    lengths[0] = value
  }
  for (let done = 1; done < count; ) {
    const start = cursor.at
    skipInt64(cursor)
    const least = lengths === undefined ? 0 : readZigZag({ bytes, end, at: start })
    const widths = cursor.at
    cursor.at += blocks
    if (cursor.at > end) damage('a column ends within its values')
    for (let block = 0; block < blocks && done < count; block += 1) {
      const width = bytes[widths + block] ?? 0
      const values = Math.min(size, count - done)
      if (width > bits || values * width > 8 * (end - cursor.at)) damage('a column ends within its values')
      if (lengths !== undefined)
        for (let at = 0; at < values; at += 1) {
          value = (value + least + readBits(bytes, 8 * cursor.at + at * width, width)) | 0
          lengths[done + at] = value
        }
      done += values
      cursor.at = Math.min(end, cursor.at + (size * width) / 8)
    }
  }
}

/** Decodes lengths that are stored as differences. */
export const readLengths = (cursor: Cursor, count: number): Int32Array => {
  const lengths = new Int32Array(count)
  checkDeltas(cursor, count, 32, lengths)
  return lengths
}
