import * as E from 'fp-ts/lib/Either.js'
import type { FileMetaData, ColumnChunk as Leaf, RowGroup } from 'hyparquet'
import { type LoadError, loadError } from '../../../client/LoadError.ts'
import type { HistoryColumn } from '../../../types/run/History.ts'
import { columnBounds, columnByteRange, columnChunksByName, type ParquetColumn, parquetColumns } from './columns.ts'
import { readParquetMetadata } from './metadata.ts'
import { type CoalescedRange, coalesceRanges, type RangeItem } from './readAhead.ts'
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
  readonly leaves: ReadonlyArray<Leaf>
}

/** The parts of a file to read. */
export interface ParquetPlan {
  readonly source: ByteSource
  readonly metadata: FileMetaData
  readonly runs: ReadonlyArray<CoalescedRange<ColumnRead>>
  /** The number of rows in these row groups. */
  readonly rows: number
  /** Their first step, if the file has statistics. */
  readonly firstStep: number | undefined
}

export const unreadableFile = (detail: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'FileUnreadable', detail }))

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

/** Locates the columns of all row groups that may contain steps within the bounds. */
const planOf = (
  source: ByteSource,
  metadata: FileMetaData,
  columns: ReadonlyArray<ParquetColumn>,
  wanted: ParquetSelection,
): E.Either<LoadError, ParquetPlan> => {
  const items: Array<RangeItem<ColumnRead>> = []
  let rows = 0
  let firstStep: number | undefined
  for (const group of metadata.row_groups) {
    const byName = columnChunksByName(group)
    if (group.num_rows === 0n || isOutside(byName, wanted)) continue
    const into: RowGroupProgress = { group, start: rows, columns: new Map(), waiting: columns.length }
    for (const column of columns) {
      const leaves = byName.get(column.name) ?? []
      const range = columnByteRange(leaves)
      if (range === undefined) return unreadableFile('the Parquet file lacks a column of its schema')
      items.push({ ...range, what: { into, column, leaves } })
    }
    firstStep ??= columnBounds(byName.get(STEP) ?? [])?.min
    rows += Number(group.num_rows)
  }
  return E.right({ source, metadata, runs: coalesceRanges(items), rows, firstStep })
}

/** The columns to read, the steps first; none if the file has none of the metrics. */
const columnsWanted = (
  metadata: FileMetaData,
  keys: ReadonlyArray<string> | undefined,
): E.Either<LoadError, ReadonlyArray<ParquetColumn>> => {
  if (metadata.num_rows === 0n) return E.right([])
  const all = parquetColumns(metadata.schema)
  const step = all.find(({ name }) => name === STEP)
  if (step === undefined) return unreadableFile(`the history file has no ${STEP} column`)
  const names = keys === undefined ? undefined : new Set(keys)
  const others = all.filter(({ name }) => name !== STEP && (names === undefined || names.has(name)))
  return E.right(names !== undefined && others.length === 0 ? [] : [step, ...others])
}

/**
 * Reads the metadata of a Parquet file and plans what to read. For a file without any of the metrics, nothing else is read.
 */
export const planParquetFile = async (
  source: ByteSource,
  wanted: ParquetSelection,
): Promise<E.Either<LoadError, ParquetPlan>> => {
  const metadata = await readParquetMetadata(source)
  if (E.isLeft(metadata)) return metadata
  const columns = columnsWanted(metadata.right, wanted.keys)
  if (E.isLeft(columns)) return columns
  return columns.right.length === 0
    ? E.right({ source, metadata: metadata.right, runs: [], rows: 0, firstStep: undefined })
    : planOf(source, metadata.right, columns.right, wanted)
}
