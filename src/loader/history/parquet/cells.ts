import * as E from 'fp-ts/lib/Either.js'
import {
  type DecodedArray,
  type FileMetaData,
  type ColumnChunk as Leaf,
  parquetRead,
  type RowGroup,
  type SchemaElement,
} from 'hyparquet'
import { unreadableFile } from '../../../client/errors.ts'
import type { LoadError } from '../../../client/LoadError.ts'
import type { HistoryColumn, NumberColumn } from '../../../types/run/History.ts'
import { parseJson, unquoteNonFinite } from '../../../types/wire/json.ts'
import { setOwn } from '../../../types/wire/own.ts'
import { copyToArrayBuffer, damagedParquet, type ParquetColumn, singleColumnMetadata } from './metadata.ts'

const NUMBERS: ReadonlySet<string> = new Set(['INT32', 'INT64', 'FLOAT', 'DOUBLE'])

/** Times and dates are stored as numbers but are not numbers. */
const isNumber = ({ type, converted_type, logical_type }: SchemaElement): boolean =>
  type !== undefined &&
  NUMBERS.has(type) &&
  !/^(DATE|TIME)/.test(converted_type ?? '') &&
  !/^(DATE|TIME)/.test(logical_type?.type ?? '')

/** An export stores JSON in byte arrays without a string type. */
const isJson = ({ type, converted_type, logical_type }: SchemaElement): boolean =>
  type === 'BYTE_ARRAY' && converted_type === undefined && logical_type === undefined

const MEMBER = '_type_'

/** A metric with values of several types is a struct with one member per type, one of which is set in each cell. */
const isMixed = ({ elements }: ParquetColumn): boolean =>
  elements.length > 1 && elements.slice(1).some(({ name }) => name.startsWith(MEMBER))

const isObject = (cell: unknown): cell is Readonly<Record<string, unknown>> =>
  typeof cell === 'object' && cell !== null && !Array.isArray(cell)

const memberOf = (cell: Readonly<Record<string, unknown>>): unknown => {
  const names = Object.keys(cell)
  if (names.length === 0 || !names.every((name) => name.startsWith(MEMBER))) return cell
  return names.map((name) => cell[name]).find((member) => member !== null && member !== undefined)
}

/** Converts a cell to plain JSON; absent members are omitted. */
const plain = (cell: unknown): unknown => {
  if (typeof cell === 'bigint') return Number(cell)
  if (Array.isArray(cell)) return cell.map((element) => plain(element) ?? null)
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString()
  if (ArrayBuffer.isView(cell)) return Array.from(cell as Uint8Array)
  if (!isObject(cell)) return cell ?? undefined
  const object: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(cell)) {
    const value = plain(member)
    if (value !== undefined) setOwn(object, name, value)
  }
  return object
}

const fromJson = (cell: unknown): unknown => {
  const parsed = typeof cell === 'string' ? parseJson(cell) : E.left(cell)
  return E.isRight(parsed) ? (parsed.right ?? undefined) : cell
}

const numbers = (parts: ReadonlyArray<DecodedArray>, buffer: NumberColumn): HistoryColumn => {
  const { values, present } = buffer
  let row = 0
  for (const part of parts)
    for (let at = 0; at < part.length; at += 1, row += 1) {
      const cell: unknown = part[at]
      if (cell === null || cell === undefined) continue
      // An integer beyond 2^53 becomes the nearest double, as it would from JSON.
      values[row] = Number(cell)
      present[row] = 1
    }
  return buffer
}

/** Converts the cells of a row group to a history column; `undefined` if their number does not match the rows. */
const toHistoryColumn = (
  column: ParquetColumn,
  parts: ReadonlyArray<DecodedArray>,
  rows: number,
  buffer: () => NumberColumn,
): HistoryColumn | undefined => {
  const [element] = column.elements
  if (element === undefined || parts.reduce((sum, part) => sum + part.length, 0) !== rows) return undefined
  const isLeaf = column.elements.length === 1 && element.repetition_type !== 'REPEATED'
  if (isLeaf && isNumber(element)) return numbers(parts, buffer())
  const mixed = isMixed(column)
  const json = isLeaf && isJson(element)
  const values: Array<unknown> = []
  for (const part of parts)
    for (let at = 0; at < part.length; at += 1) {
      const cell: unknown = part[at]
      const own = json ? fromJson(cell) : mixed && isObject(cell) ? memberOf(cell) : cell
      values.push(unquoteNonFinite(json ? own : plain(own)))
    }
  return { type: 'value', values }
}

const decoder = new TextDecoder()

/** Parses JSON as W&B writes it; invalid JSON stays a string. */
const jsonFromBytes = (bytes: Uint8Array | undefined): unknown => {
  if (bytes === undefined) return undefined
  const text = decoder.decode(bytes)
  const parsed = parseJson(text)
  return E.isRight(parsed) ? parsed.right : text
}

/** Decodes one column of one row group from its bytes; numbers are written to a preallocated column. */
export const readColumnChunk = async (
  { bytes, start }: { readonly bytes: Uint8Array; readonly start: number },
  metadata: FileMetaData,
  group: RowGroup,
  column: ParquetColumn,
  leaves: ReadonlyArray<Leaf>,
  buffer: () => NumberColumn,
): Promise<E.Either<LoadError, HistoryColumn>> => {
  const parts: Array<DecodedArray> = []
  try {
    await parquetRead({
      file: {
        byteLength: start + bytes.length,
        slice: (from, to = start + bytes.length) => copyToArrayBuffer(bytes.subarray(from - start, to - start)),
      },
      metadata: singleColumnMetadata(metadata, group, column, leaves),
      parsers: { jsonFromBytes },
      onChunk: ({ columnData }) => parts.push(columnData),
    })
    const cells = toHistoryColumn(column, parts, Number(group.num_rows), buffer)
    if (cells !== undefined) return E.right(cells)
  } catch (error) {
    return E.left(damagedParquet(error))
  }
  return E.left(unreadableFile('the Parquet file has a truncated column'))
}
