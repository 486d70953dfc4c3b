import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { FileMetaData, ColumnChunk as Leaf, RowGroup, SchemaElement } from 'hyparquet'
import { unreadableFile } from '../../../client/errors.ts'
import type { LoadError } from '../../../client/LoadError.ts'
import { fail, task, unwrap } from '../../../client/task.ts'
import { checkMetadata, type LeafPath, leafPaths } from './checkMetadata.ts'
import { readStruct } from './pages/compact.ts'
import type { ByteSource } from './remoteFile.ts'

/** The longest metadata that is read: that of 100,000 columns takes less. */
const LONGEST = 2 ** 27

/** The number of bytes at the end of a file that are read first, which include the footer of most files. */
const FOOTER = 2 ** 18

/** The last bytes of a file: the length of the metadata and the magic number. */
export const TAIL = 8

const MAGIC = 'PAR1'

/** The error for a damaged file, with the message of the Parquet reader. */
export const damagedParquet = (error: unknown): LoadError =>
  unreadableFile(
    `damaged Parquet file: ${error instanceof Error ? error.message.slice(0, 150) : 'no details available'}`,
  )

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
    if (length > LONGEST) return yield* fail(unreadableFile('damaged Parquet file: its metadata is too long'))
    const whole =
      length <= footer.length ? footer.subarray(-length) : yield* unwrap(read(byteLength - length, byteLength))
    const { parquetMetadata } = await import('hyparquet')
    const parse = () => {
      readStruct({ bytes: whole, at: 0, end: whole.length - TAIL }, 0, false)
      const metadata = parquetMetadata(whole, { geoparquet: false })
      checkMetadata(metadata)
      return metadata
    }
    return yield* unwrap(E.tryCatch(parse, damagedParquet))
  })

/** A top-level column of a file, with its nested elements. */
export interface ParquetColumn {
  readonly name: string
  /** Its part of the schema: the column itself, then its nested elements. */
  readonly elements: ReadonlyArray<SchemaElement>
  /** The paths of its leaves, in the order of their chunks. */
  readonly paths: ReadonlyArray<LeafPath>
}

/** The top-level columns of a schema, which is in depth-first order. */
export const parquetColumns = (schema: ReadonlyArray<SchemaElement>): ReadonlyArray<ParquetColumn> => {
  const columns = new Map<SchemaElement, { readonly start: number; readonly paths: Array<LeafPath> }>()
  let start = 0
  for (const path of leafPaths(schema)) {
    const [top] = path
    if (top === undefined) continue
    const known = columns.get(top)
    start = schema.indexOf(top, start)
    if (known === undefined) columns.set(top, { start, paths: [path] })
    else known.paths.push(path)
  }
  const starts = [...columns.values()].map((column) => column.start)
  return [...columns].map(([{ name }, { start: from, paths }], at) => ({
    name,
    elements: schema.slice(from, starts[at + 1]),
    paths,
  }))
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

/** The minimum and maximum of a column in a row group, if the file has statistics. */
export const columnBounds = (
  leaves: ReadonlyArray<Leaf>,
): { readonly min: number; readonly max: number } | undefined => {
  const statistics = leaves[0]?.meta_data?.statistics
  const min = Number(statistics?.min_value ?? statistics?.min ?? Number.NaN)
  const max = Number(statistics?.max_value ?? statistics?.max ?? Number.NaN)
  return Number.isFinite(min) && Number.isFinite(max) ? { min, max } : undefined
}
