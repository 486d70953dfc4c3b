import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { FileMetaData, ColumnChunk as Leaf, RowGroup, SchemaElement } from 'hyparquet'
import { unreadableFile } from '../../../client/errors.ts'
import type { LoadError } from '../../../client/LoadError.ts'
import { fail, task, unwrap } from '../../../client/task.ts'
import type { ByteSource } from './remoteFile.ts'

/** The number of bytes at the end of a file that are read first, which include the footer of most files. */
const FOOTER = 2 ** 18

/** The last bytes of a file: the length of the metadata and the magic number. */
const TAIL = 8

const MAGIC = 'PAR1'

/** The error for a damaged file, with the message of the Parquet reader. */
export const damagedParquet = (error: unknown): LoadError =>
  unreadableFile(
    `damaged Parquet file: ${error instanceof Error ? error.message.slice(0, 150) : 'no details available'}`,
  )

/** Copies bytes into a buffer of their own, as the Parquet reader requires. */
export const copyToArrayBuffer = (bytes: Uint8Array): ArrayBuffer => {
  const buffer = new ArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return buffer
}

/** Reads the metadata in the footer of a Parquet file. */
export const readParquetMetadata = ({ byteLength, read }: ByteSource): TaskEither<LoadError, FileMetaData> =>
  task(async function* () {
    if (byteLength < TAIL + MAGIC.length) return yield* fail(unreadableFile('not a Parquet file: too short'))
    const footer = yield* unwrap(read(Math.max(0, byteLength - FOOTER), byteLength))
    const tail = footer.subarray(-TAIL)
    if (new TextDecoder().decode(tail.subarray(4)) !== MAGIC)
      return yield* fail(unreadableFile('not a Parquet file, or truncated'))
    const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true) + TAIL
    if (length > byteLength) return yield* fail(unreadableFile('truncated Parquet file'))
    const whole =
      length <= footer.length ? footer.subarray(-length) : yield* unwrap(read(byteLength - length, byteLength))
    const { parquetMetadata } = await import('hyparquet')
    const parse = () => parquetMetadata(copyToArrayBuffer(whole), { geoparquet: false })
    return yield* unwrap(E.tryCatch(parse, damagedParquet))
  })

/** A top-level column of a file, with its nested elements. */
export interface ParquetColumn {
  readonly name: string
  /** Its part of the schema: the column itself, then its nested elements. */
  readonly elements: ReadonlyArray<SchemaElement>
}

/** The index after an element and its nested elements. */
const endOfElement = (schema: ReadonlyArray<SchemaElement>, at: number): number => {
  let end = at + 1
  for (let children = schema[at]?.num_children ?? 0; children > 0 && end < schema.length; children -= 1)
    end = endOfElement(schema, end)
  return end
}

/** The top-level columns of a schema, which is in depth-first order. */
export const parquetColumns = (schema: ReadonlyArray<SchemaElement>): ReadonlyArray<ParquetColumn> => {
  const columns: Array<ParquetColumn> = []
  for (let at = 1; at < schema.length; ) {
    const end = endOfElement(schema, at)
    const elements = schema.slice(at, end)
    columns.push({ name: elements[0]?.name ?? '', elements })
    at = end
  }
  return columns
}

/** The column chunks of a row group by the name of their top-level column. */
export const columnChunksByName = (group: RowGroup): ReadonlyMap<string, ReadonlyArray<Leaf>> => {
  const leaves = new Map<string, Array<Leaf>>()
  for (const leaf of group.columns) {
    const name = leaf.meta_data?.path_in_schema[0]
    if (name === undefined) continue
    const known = leaves.get(name)
    if (known === undefined) leaves.set(name, [leaf])
    else known.push(leaf)
  }
  return leaves
}

/** The byte range of a column of a row group. */
export const columnByteRange = (
  leaves: ReadonlyArray<Leaf>,
): { readonly start: number; readonly end: number } | undefined => {
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const { meta_data } of leaves) {
    if (meta_data === undefined) return undefined
    const from = Number(meta_data.dictionary_page_offset || meta_data.data_page_offset)
    start = Math.min(start, from)
    end = Math.max(end, from + Number(meta_data.total_compressed_size))
  }
  return start < end ? { start, end } : undefined
}

/**
 * The metadata of a file with only this column of this row group, so that reading one column out of thousands does not scan
 * the others.
 */
export const singleColumnMetadata = (
  metadata: FileMetaData,
  group: RowGroup,
  column: ParquetColumn,
  leaves: ReadonlyArray<Leaf>,
): FileMetaData => ({
  version: metadata.version,
  metadata_length: metadata.metadata_length,
  num_rows: group.num_rows,
  schema: [{ name: 'schema', num_children: 1 }, ...column.elements],
  row_groups: [{ ...group, columns: [...leaves] }],
})

/** The minimum and maximum of a column in a row group, if the file has statistics. */
export const columnBounds = (
  leaves: ReadonlyArray<Leaf>,
): { readonly min: number; readonly max: number } | undefined => {
  const statistics = leaves[0]?.meta_data?.statistics
  const min = Number(statistics?.min_value ?? statistics?.min ?? Number.NaN)
  const max = Number(statistics?.max_value ?? statistics?.max ?? Number.NaN)
  return Number.isFinite(min) && Number.isFinite(max) ? { min, max } : undefined
}
