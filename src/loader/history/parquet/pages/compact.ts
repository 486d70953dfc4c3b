import { damage } from './damage.ts'

/** A position in bytes, of which none at or after `end` may be read. */
export interface Cursor {
  readonly bytes: Uint8Array
  readonly end: number
  at: number
}

/** A number, a boolean or a nested struct; `undefined` for what is checked but not kept. */
export type CompactValue = number | boolean | CompactFields | undefined

/** The fields of a struct by their number. */
export type CompactFields = ReadonlyMap<number, CompactValue>

/** No struct of a Parquet file is nested as deeply. */
const MAX_DEPTH = 16

const INT32_BYTES = 5
const INT64_BYTES = 10

const readByte = (cursor: Cursor): number => {
  if (cursor.at >= cursor.end) return damage('it ends within a number')
  const byte = cursor.bytes[cursor.at] ?? 0
  cursor.at += 1
  return byte
}

/** Reads an unsigned number of at most `longest` bytes, and returns its lower 32 bits. */
export const readVarint = (cursor: Cursor, longest: number = INT32_BYTES): number => {
  let value = 0
  for (let shift = 0; shift < 7 * longest; shift += 7) {
    const byte = readByte(cursor)
    if (shift < 32) value |= (byte & 0x7f) << shift
    if (byte < 0x80) return value >>> 0
  }
  return damage('a number is too long')
}

/** Reads a signed number of 32 bits. */
export const readZigZag = (cursor: Cursor): number => {
  const value = readVarint(cursor)
  return (value >>> 1) ^ -(value & 1)
}

/** Passes over a number of 64 bits. */
export const skipInt64 = (cursor: Cursor): void => {
  readVarint(cursor, INT64_BYTES)
}

const skipBytes = (cursor: Cursor, length: number): void => {
  if (length > cursor.end - cursor.at) damage('it ends within a field')
  cursor.at += length
}

const readList = (cursor: Cursor, depth: number): void => {
  const head = readByte(cursor)
  const type = head & 0x0f
  const size = head >> 4 === 15 ? readVarint(cursor) : head >> 4
  // An element takes at least a byte, so a longer list is a lie, for which the Parquet reader would allocate memory.
  if (size > cursor.end - cursor.at) damage('a list is longer than the file')
  // A boolean in a list is a byte, one in a field is its type.
  const element = type === 1 || type === 2 ? 3 : type
  for (let at = 0; at < size; at += 1) readValue(cursor, element, depth, false)
}

const readValue = (cursor: Cursor, type: number, depth: number, keep: boolean): CompactValue => {
  if (depth > MAX_DEPTH) damage('its metadata is nested too deeply')
  switch (type) {
    case 1:
      return true
    case 2:
      return false
    case 3:
      skipBytes(cursor, 1)
      return undefined
    case 4:
    case 5:
      return readZigZag(cursor)
    case 6:
      skipInt64(cursor)
      return undefined
    case 7:
      skipBytes(cursor, 8)
      return undefined
    case 8:
      skipBytes(cursor, readVarint(cursor))
      return undefined
    case 9:
      readList(cursor, depth + 1)
      return undefined
    case 12:
      return readStruct(cursor, depth + 1, keep)
    default:
      return damage(`a field has the unknown type ${type}`)
  }
}

/** Reads a struct of Thrift's compact protocol, and checks all that is in it. Only fields that are kept are returned. */
export const readStruct = (cursor: Cursor, depth = 0, keep = true): CompactFields => {
  const fields = new Map<number, CompactValue>()
  let field = 0
  for (let head = readByte(cursor); (head & 0x0f) !== 0; head = readByte(cursor)) {
    field = head >> 4 === 0 ? readZigZag(cursor) : field + (head >> 4)
    const value = readValue(cursor, head & 0x0f, depth, keep)
    if (keep) fields.set(field, value)
  }
  return fields
}
