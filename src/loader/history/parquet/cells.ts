import * as E from 'fp-ts/lib/Either.js'
import { type DecodedArray, type FileMetaData, parquetRead, type RowGroup, type SchemaElement } from 'hyparquet'
import { unreadableFile } from '../../../client/errors.ts'
import type { LoadError } from '../../../client/LoadError.ts'
import type { HistoryColumn, NumberColumn } from '../../../types/run/History.ts'
import { freezeParsed } from '../../../types/wire/freeze.ts'
import { parseJson, unquoteNonFinite } from '../../../types/wire/json.ts'
import { setOwn } from '../../../types/wire/own.ts'
import type { LocatedChunk } from './checkMetadata.ts'
import { damagedParquet, type ParquetColumn } from './metadata.ts'
import { type VerifiedChunk, verifyChunk } from './pages/verifyChunk.ts'

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

const isLeaf = ({ elements }: ParquetColumn): boolean =>
  elements.length === 1 && elements[0]?.repetition_type !== 'REPEATED'

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
  if (isLeaf(column) && isNumber(element)) return numbers(parts, buffer())
  const mixed = isMixed(column)
  const json = isLeaf(column) && isJson(element)
  const values: Array<unknown> = []
  for (const part of parts)
    for (let at = 0; at < part.length; at += 1) {
      const cell: unknown = part[at]
      values.push(json ? cell : freezeParsed(unquoteNonFinite(plain(mixed && isObject(cell) ? memberOf(cell) : cell))))
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

/** Parses a cell of a column of JSON. Cells of a dictionary are parsed once, and share the value. */
const cellFromJson = (bytes: Uint8Array | undefined): unknown =>
  freezeParsed(unquoteNonFinite(jsonFromBytes(bytes)) ?? undefined)

/** How far apart the chunks of a column are put, so that the Parquet reader asks for each of them by itself. */
const SPACING = 2 ** 40

/** The metadata of a file with only this column of this row group, as it was verified. */
const columnMetadata = (
  group: RowGroup,
  column: ParquetColumn,
  chunks: ReadonlyArray<LocatedChunk>,
  verified: ReadonlyArray<VerifiedChunk>,
): FileMetaData => ({
  version: 1,
  metadata_length: 0,
  num_rows: group.num_rows,
  schema: [
    { name: 'schema', num_children: 1 },
    ...column.elements.map((element) =>
      isLeaf(column) && verified[0]?.isWhole === true ? { ...element, repetition_type: 'REQUIRED' as const } : element,
    ),
  ],
  row_groups: [
    {
      columns: chunks.flatMap(({ leaf: { meta_data, file_offset } }, at) =>
        meta_data === undefined
          ? []
          : {
              file_offset,
              meta_data: {
                type: meta_data.type,
                encodings: meta_data.encodings,
                path_in_schema: meta_data.path_in_schema,
                codec: 'UNCOMPRESSED',
                num_values: meta_data.num_values,
                total_uncompressed_size: BigInt(verified[at]?.bytes.byteLength ?? 0),
                total_compressed_size: BigInt(verified[at]?.bytes.byteLength ?? 0),
                data_page_offset: BigInt(at * SPACING),
              },
            },
      ),
      total_byte_size: group.total_byte_size,
      num_rows: group.num_rows,
    },
  ],
})

/** Decodes one column of one row group from its bytes; numbers are written to a preallocated column. */
export const readColumnChunk = async (
  { bytes, start }: { readonly bytes: Uint8Array; readonly start: number },
  group: RowGroup,
  column: ParquetColumn,
  chunks: ReadonlyArray<LocatedChunk>,
  buffer: () => NumberColumn,
): Promise<E.Either<LoadError, HistoryColumn>> => {
  const parts: Array<DecodedArray> = []
  try {
    const rows = Number(group.num_rows)
    const verified = chunks.map((chunk) =>
      verifyChunk(bytes.subarray(chunk.start - start, chunk.end - start), chunk, rows),
    )
    const [element] = column.elements
    const isText = isLeaf(column) && element !== undefined && isJson(element)
    await parquetRead({
      file: {
        byteLength: SPACING * verified.length,
        slice: (from) => verified[Math.floor(from / SPACING)]?.bytes ?? new ArrayBuffer(0),
      },
      metadata: columnMetadata(group, column, chunks, verified),
      parsers: { jsonFromBytes, ...(isText ? { stringFromBytes: cellFromJson as (bytes: Uint8Array) => string } : {}) },
      onChunk: ({ columnData }) => parts.push(columnData),
    })
    const cells = toHistoryColumn(column, parts, rows, buffer)
    if (cells !== undefined) return E.right(cells)
  } catch (error) {
    return E.left(damagedParquet(error))
  }
  return E.left(unreadableFile('the Parquet file has a truncated column'))
}
