import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { FileMetaData, ColumnChunk as Leaf, RowGroup } from 'hyparquet'
import { unreadableFile } from '../../../client/errors.ts'
import type { LoadError } from '../../../client/LoadError.ts'
import { task, unwrap } from '../../../client/task.ts'
import type { HistoryColumn } from '../../../types/run/History.ts'
import { checkOverlaps, checkRows, type LocatedChunk, locateChunk } from './checkMetadata.ts'
import {
  columnBounds,
  columnChunksByName,
  damagedParquet,
  type ParquetColumn,
  parquetColumns,
  readParquetMetadata,
  TAIL,
} from './metadata.ts'
import type { ByteSource } from './remoteFile.ts'

/** The rows and metrics to read from a file. */
export interface ParquetSelection {
  /** The metrics, without `_step`; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  readonly minStep?: number | undefined
  readonly maxStep?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly onRows?: ((rows: number) => void) | undefined
}

export const STEP = '_step'

/** An item in a byte range of a file. */
export interface RangeItem<A> {
  readonly start: number
  readonly end: number
  readonly what: A
}

/** A byte range that is fetched in one request, and its items in the order of the file. */
export interface CoalescedRange<A> {
  readonly start: number
  readonly end: number
  readonly items: ReadonlyArray<RangeItem<A>>
}

/** The largest gap between items that is cheaper to fetch than another request. */
const GAP = 2 ** 17

/** The maximum length of a byte range, unless a single item is longer. */
const LARGEST = 2 ** 22

/** Coalesces items that are close together into byte ranges. */
export const coalesceRanges = <A>(items: ReadonlyArray<RangeItem<A>>): ReadonlyArray<CoalescedRange<A>> => {
  const ranges: Array<{ start: number; end: number; items: Array<RangeItem<A>> }> = []
  for (const item of [...items].sort((one, other) => one.start - other.start)) {
    const last = ranges.at(-1)
    const end = Math.max(last?.end ?? 0, item.end)
    if (last !== undefined && item.start - last.end <= GAP && end - last.start <= LARGEST) {
      last.end = end
      last.items.push(item)
    } else ranges.push({ start: item.start, end: item.end, items: [item] })
  }
  return ranges
}

/** A row group that is partly read. */
export interface RowGroupProgress {
  readonly group: RowGroup
  /** The number of rows to read that precede it in the file. */
  readonly start: number
  readonly columns: Map<string, HistoryColumn>
  waiting: number
}

/** A column of a row group. */
interface ColumnRead {
  readonly into: RowGroupProgress
  readonly column: ParquetColumn
  readonly chunks: ReadonlyArray<LocatedChunk>
}

/** The parts of a file to read. */
export interface ParquetPlan {
  readonly source: ByteSource
  readonly metadata: FileMetaData
  readonly ranges: ReadonlyArray<CoalescedRange<ColumnRead>>
  /** The number of rows in these row groups. */
  readonly rows: number
  /** Their first step, if the file has statistics. */
  readonly firstStep: number | undefined
}

const isOutside = (
  group: ReadonlyMap<string, ReadonlyArray<Leaf>>,
  { minStep, maxStep }: ParquetSelection,
): boolean => {
  const bounds = columnBounds(group.get(STEP) ?? [])
  return (
    bounds !== undefined &&
    (bounds.max < (minStep ?? Number.NEGATIVE_INFINITY) || bounds.min >= (maxStep ?? Number.POSITIVE_INFINITY))
  )
}

/** Locates the columns of all row groups that may contain steps within the bounds. Throws if they cannot be there. */
const planOf = (
  source: ByteSource,
  metadata: FileMetaData,
  columns: ReadonlyArray<ParquetColumn>,
  wanted: ParquetSelection,
): ParquetPlan => {
  const items: Array<RangeItem<ColumnRead>> = []
  const all: Array<LocatedChunk> = []
  const dataEnd = source.byteLength - metadata.metadata_length - TAIL
  let rows = 0
  let stepBytes = 0
  let firstStep: number | undefined
  for (const group of metadata.row_groups) {
    const byName = columnChunksByName(group)
    if (group.num_rows === 0n || isOutside(byName, wanted)) continue
    const into: RowGroupProgress = { group, start: rows, columns: new Map(), waiting: columns.length }
    for (const column of columns) {
      const leaves = byName.get(column.name) ?? []
      const chunks = leaves.map((leaf, at) => locateChunk(leaf, column.paths[at] ?? [], dataEnd))
      if (column.name === STEP) {
        const bytes = chunks.reduce((sum, chunk) => sum + chunk.end - chunk.start, 0)
        checkRows(Number(group.num_rows), bytes)
        stepBytes += bytes
      }
      const start = Math.min(...chunks.map((chunk) => chunk.start))
      const end = Math.max(...chunks.map((chunk) => chunk.end))
      items.push({ start, end, what: { into, column, chunks } })
      all.push(...chunks)
    }
    firstStep ??= columnBounds(byName.get(STEP) ?? [])?.min
    rows += Number(group.num_rows)
  }
  checkRows(rows, stepBytes)
  checkOverlaps(all)
  checkOverlaps(items)
  return { source, metadata, ranges: coalesceRanges(items), rows, firstStep }
}

/** The columns to read, the steps first; none if the file has none of the metrics. */
const columnsWanted = (
  metadata: FileMetaData,
  keys: ReadonlyArray<string> | undefined,
): E.Either<LoadError, ReadonlyArray<ParquetColumn>> => {
  if (metadata.num_rows === 0n) return E.right([])
  const all = parquetColumns(metadata.schema)
  const step = all.find(({ name }) => name === STEP)
  if (step === undefined) return E.left(unreadableFile(`the history file has no ${STEP} column`))
  const names = keys === undefined ? undefined : new Set(keys)
  const others = all.filter(({ name }) => name !== STEP && (names === undefined || names.has(name)))
  return E.right(names !== undefined && others.length === 0 ? [] : [step, ...others])
}

/**
 * Reads the metadata of a Parquet file and plans what to read. For a file without any of the metrics, nothing else is read.
 */
export const planParquetFile = (source: ByteSource, wanted: ParquetSelection): TaskEither<LoadError, ParquetPlan> =>
  task(async function* () {
    const metadata = yield* unwrap(readParquetMetadata(source))
    const columns = yield* unwrap(columnsWanted(metadata, wanted.keys))
    return columns.length === 0
      ? { source, metadata, ranges: [], rows: 0, firstStep: undefined }
      : yield* unwrap(E.tryCatch(() => planOf(source, metadata, columns, wanted), damagedParquet))
  })
