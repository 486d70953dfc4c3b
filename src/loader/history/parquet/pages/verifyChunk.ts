import type { ColumnMetaData, SchemaElement } from 'hyparquet'
import { checkIndexes, checkValues, type ValueKind } from './checkValues.ts'
import type { Cursor } from './compact.ts'
import { damage } from './damage.ts'
import { findPages, levelBytes, type Page } from './findPages.ts'
import { countInHybrid } from './hybrid.ts'
import {
  LEAST_PADDING,
  MAX_HEADER,
  PLAIN,
  PLAIN_DICTIONARY,
  RLE,
  RLE_DICTIONARY,
  writePageHeader,
} from './pageHeader.ts'
import { decompressSnappy } from './snappy.ts'

/** How many values a byte of a file can stand for at most: no encoding of real data comes near. */
export const MOST_VALUES = 4096

/** How many elements of lists may be read whatever the number of bytes. */
const FEW_ELEMENTS = 2 ** 22

/** How many bytes of text a byte of a file can stand for at most, beyond the first ones. */
const MOST_TEXT = 1024
const FEW_TEXT = 2 ** 20

/** What the metadata of a file says about a column chunk. */
interface ChunkFacts {
  readonly leaf: { readonly meta_data?: ColumnMetaData | undefined }
  /** The elements of the schema from the top-level column to the leaf. */
  readonly path: ReadonlyArray<SchemaElement>
}

interface Column {
  readonly kind: ValueKind
  readonly isSnappy: boolean
  /** The highest level of definition and of repetition. */
  readonly defined: number
  readonly repeated: number
}

const columnOf = (meta: ColumnMetaData, path: ReadonlyArray<SchemaElement>): Column => {
  const leaf = path.at(-1)
  const fixed = leaf?.type === 'FIXED_LEN_BYTE_ARRAY' ? (leaf.type_length ?? 0) : 0
  // Decoding a decimal takes time that grows with the square of its length.
  const longest = leaf?.converted_type === 'DECIMAL' ? 64 : Number.POSITIVE_INFINITY
  if (leaf?.type === 'FIXED_LEN_BYTE_ARRAY' && (fixed <= 0 || fixed > longest))
    damage('a value has an impossible length')
  return {
    kind: { type: meta.type, fixed, longest },
    isSnappy: meta.codec === 'SNAPPY',
    defined: path.filter(({ repetition_type }) => repetition_type !== 'REQUIRED').length,
    repeated: path.filter(({ repetition_type }) => repetition_type === 'REPEATED').length,
  }
}

/** The size of a page as it is written: of the first version, uncompressed, with the lengths of its levels. */
const writtenSize = ({ header }: Page, { defined, repeated }: Column): number =>
  header.uncompressed + (header.second === undefined ? 0 : (repeated > 0 ? 4 : 0) + (defined > 0 ? 4 : 0))

const writeLevels = (output: DataView, at: number, levels: Uint8Array, highest: number): number => {
  if (highest === 0) return levels.length === 0 ? at : damage('a page has levels that its column has not')
  output.setUint32(at, levels.length, true)
  new Uint8Array(output.buffer).set(levels, at + 4)
  return at + 4 + levels.length
}

/** Writes the content of a page, uncompressed and in the layout of the first version. */
const writeBody = ({ header, body }: Page, column: Column, output: DataView, start: number, end: number): void => {
  const { second } = header
  const levels = levelBytes(second)
  let at = start
  if (second !== undefined) {
    at = writeLevels(output, at, body.subarray(0, second.repetitionBytes), column.repeated)
    at = writeLevels(output, at, body.subarray(second.repetitionBytes, levels), column.defined)
  }
  const values = new Uint8Array(output.buffer, at, end - at)
  if (column.isSnappy && second?.isCompressed !== false) decompressSnappy(body.subarray(levels), values)
  else values.set(body.subarray(levels))
}

/** Passes over levels, and counts those that equal `counted`. */
const countLevels = (cursor: Cursor, count: number, highest: number, counted: number): number => {
  if (highest === 0) return count
  const { bytes, end, at } = cursor
  if (at + 4 > end) damage('a page ends within its levels')
  cursor.at = at + 4 + new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true)
  if (cursor.at > end) damage('a page ends within its levels')
  const hybrid = { width: 32 - Math.clz32(highest), count, limit: highest + 1 }
  return countInHybrid({ bytes, at: at + 4, end: cursor.at }, hybrid, counted)
}

/** What has been read of a chunk. */
interface Progress {
  rows: number
  /** How many values are absent. */
  absent: number
  dictionary: number | undefined
  /** Where the values of the last data page begin, after its levels. */
  valuesAt: number
  /** How many more bytes of text its values may become. */
  text: number
}

/** Checks the content of a data page, and returns the encoding of its values. */
const checkDataPage = ({ header }: Page, column: Column, cursor: Cursor, progress: Progress): number => {
  const { values, second, encoding, levels } = header
  const { kind, repeated, defined } = column
  const [definition, repetition] = levels
  if (second === undefined && ((defined > 0 && definition !== RLE) || (repeated > 0 && repetition !== RLE)))
    damage('a page has levels of an unknown encoding')
  const rows = countLevels(cursor, values, repeated, 0)
  const present = countLevels(cursor, values, defined, defined)
  if (second !== undefined && (rows !== second.rows || values - present !== second.nulls))
    damage('a page has another number of values than it says')
  progress.rows += rows
  progress.absent += values - present
  progress.valuesAt = cursor.at
  if (present === 0) return PLAIN
  if (encoding !== PLAIN_DICTIONARY && encoding !== RLE_DICTIONARY)
    progress.text -= checkValues(cursor, present, encoding, kind)
  else {
    checkIndexes(cursor, present, progress.dictionary)
    progress.text -= present * kind.fixed
  }
  if (progress.text < 0) damage('its values are too large for its bytes')
  return encoding
}

const checkDictionary = ({ header }: Page, { kind }: Column, cursor: Cursor, progress: Progress): number => {
  const { encoding, values } = header
  if ((encoding !== PLAIN && encoding !== PLAIN_DICTIONARY) || kind.type === 'BOOLEAN')
    damage('a dictionary has an unknown encoding')
  if (values > 0) checkValues(cursor, values, PLAIN, kind)
  progress.dictionary = values
  return PLAIN
}

/** A page and its place in the output. */
interface Placed {
  readonly page: Page
  readonly size: number
  readonly padding: number
  readonly start: number
}

/** The Parquet reader need not copy numbers that begin at a multiple of eight. */
const paddingAfter = (end: number): number => {
  const padding = -end & 7
  return padding > 0 && padding < LEAST_PADDING ? padding + 8 : padding
}

/** Plans the output: each page after its header, which is as long for one encoding as for another. */
const placePages = (pages: ReadonlyArray<Page>, column: Column): ReadonlyArray<Placed> => {
  const scratch = new Uint8Array(MAX_HEADER)
  const placed: Array<Placed> = []
  let at = 0
  for (const page of pages) {
    const size = writtenSize(page, column)
    const end = at + writePageHeader(scratch, 0, { ...page.header, size, padding: 0 })
    const padding = column.defined === 0 || page.header.isDictionary ? paddingAfter(end) : 0
    const start = end + padding
    placed.push({ page, size, padding, start })
    at = start + size
  }
  return placed
}

/** A chunk that the Parquet reader can decode. */
export interface VerifiedChunk {
  /** Its pages, uncompressed, with headers written here; nothing else of the file reaches the Parquet reader. */
  readonly bytes: ArrayBuffer
  /** Whether each row has a value. Its pages then have no levels, which takes the Parquet reader half of the time. */
  readonly isWhole: boolean
}

/** A page whose content is in the output, without a header. */
interface Written extends Placed {
  readonly encoding: number
  readonly valuesAt: number
}

/** Writes the headers of pages. Without levels, the header of a page takes their place. */
const writeHeaders = (output: Uint8Array, pages: ReadonlyArray<Written>, isWhole: boolean): void => {
  const scratch = new Uint8Array(MAX_HEADER)
  let at = 0
  for (const { page, size, start, padding, encoding, valuesAt } of pages) {
    const header = { ...page.header, encoding, size, padding }
    if (isWhole && !header.isDictionary && valuesAt > start) {
      header.size = start + size - valuesAt
      header.padding = valuesAt - at - writePageHeader(scratch, 0, { ...header, padding: 0 })
    }
    writePageHeader(output, at, header)
    at = start + size
  }
}

/**
 * Checks the bytes of a column chunk before the Parquet reader decodes them: it believes every length and count, so that
 * one wrong byte keeps it busy without end, or fills the memory.
 */
export const verifyChunk = (bytes: Uint8Array, { leaf, path }: ChunkFacts, rows: number): VerifiedChunk => {
  const { meta_data: meta } = leaf
  if (meta === undefined) return damage('a column has no metadata')
  const values = Number(meta.num_values)
  const column = columnOf(meta, path)
  if (column.repeated === 0 ? values !== rows : !(values >= rows))
    damage('a column has another number of rows than its file')
  if (column.repeated > 0 && values > FEW_ELEMENTS + MOST_VALUES * bytes.length)
    damage('a column has more values than its bytes can hold')
  const placed = placePages(findPages(bytes, values, column.isSnappy), column)
  const last = placed.at(-1)
  const output = new Uint8Array(last === undefined ? 0 : last.start + last.size)
  const view = new DataView(output.buffer)
  const text = FEW_TEXT + MOST_TEXT * bytes.length
  const progress: Progress = { rows: 0, absent: 0, valuesAt: 0, dictionary: undefined, text }
  const written: Array<Written> = []
  for (const one of placed) {
    const end = one.start + one.size
    writeBody(one.page, column, view, one.start, end)
    const check = one.page.header.isDictionary ? checkDictionary : checkDataPage
    const encoding = check(one.page, column, { bytes: output, at: one.start, end }, progress)
    written.push({ ...one, encoding, valuesAt: progress.valuesAt })
  }
  if (progress.rows !== rows) damage('a column has another number of rows than its file')
  const isWhole = path.length === 1 && column.repeated === 0 && progress.absent === 0
  writeHeaders(output, written, isWhole)
  return { bytes: output.buffer, isWhole }
}
