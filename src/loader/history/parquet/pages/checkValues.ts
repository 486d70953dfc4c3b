import type { ParquetType } from 'hyparquet'
import type { Cursor } from './compact.ts'
import { damage } from './damage.ts'
import { checkDeltas, readLengths } from './deltas.ts'
import { countInHybrid } from './hybrid.ts'
import { DELTA_LENGTHS, DELTA_STRINGS, DELTAS, PLAIN, RLE, SPLIT_BYTES } from './pageHeader.ts'

/** The kind of the values of a column. */
export interface ValueKind {
  readonly type: ParquetType
  /** The bytes of a value of fixed length. */
  readonly fixed: number
  /** The most bytes of a value. */
  readonly longest: number
}

const WIDTHS: Readonly<Partial<Record<ParquetType, number>>> = { INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8 }

const isString = ({ type }: ValueKind): boolean => type === 'BYTE_ARRAY'

const hasDeltas = (kind: ValueKind, encoding: number): boolean =>
  encoding === DELTA_LENGTHS
    ? isString(kind)
    : encoding === DELTA_STRINGS && (isString(kind) || kind.type === 'FIXED_LEN_BYTE_ARRAY')

const ends = (): never => damage('a column ends within its values')

const checkSize = ({ at, end }: Cursor, size: number): void => {
  if (size > end - at) ends()
}

const widthOf = ({ type, fixed }: ValueKind): number => (type === 'FIXED_LEN_BYTE_ARRAY' ? fixed : (WIDTHS[type] ?? 0))

const checkStrings = ({ bytes, end, at: from }: Cursor, count: number, longest: number): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = from
  for (let value = 0; value < count; value += 1) {
    if (at + 4 > end) ends()
    const length = view.getUint32(at, true)
    at += 4 + length
    if (at > end || length > longest) ends()
  }
  if (at !== end) damage('a page has more than its values')
}

const checkPlain = (cursor: Cursor, count: number, kind: ValueKind): void => {
  if (isString(kind)) checkStrings(cursor, count, kind.longest)
  // A level that is wrong makes a value too few or too many.
  else if (cursor.end - cursor.at !== (kind.type === 'BOOLEAN' ? Math.ceil(count / 8) : count * widthOf(kind)))
    damage('a page has another number of values than it says')
}

/** Returns the bytes of all strings together. */
const checkDeltaStrings = (cursor: Cursor, count: number, longest: number, hasPrefixes: boolean): number => {
  const prefixes = hasPrefixes ? readLengths(cursor, count) : new Int32Array(count)
  const suffixes = readLengths(cursor, count)
  let stored = 0
  let whole = 0
  let last = 0
  for (let value = 0; value < count; value += 1) {
    const prefix = prefixes[value] ?? 0
    const suffix = suffixes[value] ?? 0
    if (prefix < 0 || prefix > last || suffix < 0 || prefix + suffix > longest)
      damage('a text has an impossible length')
    last = prefix + suffix
    stored += suffix
    whole += last
  }
  checkSize(cursor, stored)
  return whole
}

/**
 * Checks that a page holds its values, so that the Parquet reader decodes neither beyond nor without end.
 *
 * @returns How many bytes of text the values become beyond those of the page.
 */
export const checkValues = (cursor: Cursor, count: number, encoding: number, kind: ValueKind): number => {
  const { type } = kind
  if (encoding === PLAIN) checkPlain(cursor, count, kind)
  else if (encoding === RLE && type === 'BOOLEAN') {
    checkSize(cursor, 4)
    cursor.at += 4
    countInHybrid(cursor, { width: 1, count, limit: 2 }, -1)
  } else if (encoding === DELTAS && (type === 'INT32' || type === 'INT64'))
    checkDeltas(cursor, count, type === 'INT32' ? 32 : 64)
  else if (hasDeltas(kind, encoding)) return checkDeltaStrings(cursor, count, kind.longest, encoding === DELTA_STRINGS)
  else if (encoding === SPLIT_BYTES && widthOf(kind) > 0) checkPlain(cursor, count, kind)
  else damage(`the encoding ${encoding} does not fit a column of type ${type}`)
  return 0
}

/** Checks the indexes of a dictionary, whose width precedes them. */
export const checkIndexes = (cursor: Cursor, count: number, size: number | undefined): void => {
  if (size === undefined || size === 0) damage('a column has no dictionary')
  checkSize(cursor, 1)
  const width = cursor.bytes[cursor.at] ?? 0
  cursor.at += 1
  // The Parquet reader cannot shift further.
  if (width > 24) damage('a dictionary has an impossible size')
  if (width > 0) countInHybrid(cursor, { width, count, limit: size ?? 0 }, -1)
}
