import { type CompactFields, type Cursor, readStruct } from './compact.ts'
import { damage } from './damage.ts'

/** The encodings of values, by their number in a file. */
export const PLAIN = 0
export const PLAIN_DICTIONARY = 2
export const RLE = 3
export const DELTAS = 5
export const DELTA_LENGTHS = 6
export const DELTA_STRINGS = 7
export const RLE_DICTIONARY = 8
export const SPLIT_BYTES = 9

const DATA_PAGE = 0
const DICTIONARY_PAGE = 2
const DATA_PAGE_V2 = 3

/** What the second version of a data page says beyond the first. */
export interface SecondVersion {
  readonly nulls: number
  readonly rows: number
  readonly definitionBytes: number
  readonly repetitionBytes: number
  readonly isCompressed: boolean
}

/** The header of a page, whose sizes and counts are not negative. */
export interface PageHeader {
  readonly isDictionary: boolean
  readonly compressed: number
  readonly uncompressed: number
  readonly crc: number | undefined
  readonly values: number
  readonly encoding: number
  /** The encodings of the levels; absent in the second version, where there is one. */
  readonly levels: ReadonlyArray<number>
  readonly second: SecondVersion | undefined
}

const isFields = (value: unknown): value is CompactFields => value instanceof Map

const nested = (fields: CompactFields, field: number): CompactFields => {
  const value = fields.get(field)
  return isFields(value) ? value : damage('a page has an incomplete header')
}

const natural = (fields: CompactFields, field: number): number => {
  const value = fields.get(field)
  return typeof value === 'number' && value >= 0 ? value : damage('a page has an impossible header')
}

const encodingOf = (fields: CompactFields, field: number): number => {
  const encoding = natural(fields, field)
  return encoding <= SPLIT_BYTES ? encoding : damage(`the encoding ${encoding} is unknown`)
}

/** Reads and checks the header of a page. */
export const readPageHeader = (cursor: Cursor): PageHeader => {
  const fields = readStruct(cursor)
  const type = natural(fields, 1)
  const crc = fields.get(4)
  const header = {
    isDictionary: type === DICTIONARY_PAGE,
    uncompressed: natural(fields, 2),
    compressed: natural(fields, 3),
    crc: typeof crc === 'number' ? crc : undefined,
    levels: [],
    second: undefined,
  }
  if (type === DATA_PAGE) {
    const data = nested(fields, 5)
    const levels = [natural(data, 3), natural(data, 4)]
    return { ...header, values: natural(data, 1), encoding: encodingOf(data, 2), levels }
  }
  if (type === DICTIONARY_PAGE) {
    const dictionary = nested(fields, 7)
    return { ...header, values: natural(dictionary, 1), encoding: encodingOf(dictionary, 2) }
  }
  if (type !== DATA_PAGE_V2) return damage('a page is of an unknown type')
  const data = nested(fields, 8)
  const second = {
    nulls: natural(data, 2),
    rows: natural(data, 3),
    definitionBytes: natural(data, 5),
    repetitionBytes: natural(data, 6),
    isCompressed: data.get(7) !== false,
  }
  return { ...header, values: natural(data, 1), encoding: encodingOf(data, 4), second }
}

/** No header that is written here is longer. */
export const MAX_HEADER = 40

/** What the header of an uncompressed page of the first version says. */
interface WrittenHeader {
  readonly isDictionary: boolean
  readonly size: number
  readonly values: number
  readonly encoding: number
  /** How many bytes longer it is made: none, or at least {@link LEAST_PADDING}. */
  readonly padding: number
}

/** The bytes of an empty field of bytes. */
export const LEAST_PADDING = 5

/** Writes the header of an uncompressed page of the first version, and returns the position after it. */
export const writePageHeader = (bytes: Uint8Array, start: number, page: WrittenHeader): number => {
  let at = start
  const put = (byte: number): void => {
    bytes[at] = byte
    at += 1
  }
  /** An integer field of 32 bits, `step` after the last one. */
  const field = (step: number, value: number): void => {
    put((step << 4) | 5)
    let rest = value * 2
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) put((rest % 128) | 0x80)
    put(rest)
  }
  field(1, page.isDictionary ? DICTIONARY_PAGE : DATA_PAGE)
  field(1, page.size)
  field(1, page.size)
  put(page.isDictionary ? 0x4c : 0x2c)
  field(1, page.values)
  field(1, page.encoding)
  if (!page.isDictionary) {
    field(1, RLE)
    field(1, RLE)
  }
  put(0)
  if (page.padding > 0) {
    // A field of bytes that no reader knows, whose length takes four bytes however short it is.
    const length = page.padding - LEAST_PADDING
    put(0x48)
    for (const shift of [0, 7, 14]) put(((length >> shift) & 0x7f) | 0x80)
    put(length >> 21)
    at += length
  }
  put(0)
  return at
}
