import * as E from 'fp-ts/lib/Either.js'
import type { FileMetaData, ColumnChunk as Leaf, RowGroup } from 'hyparquet'
import type { HistoryColumn } from '../../../types/History.ts'
import { readMetadata } from '../../internal/parquet/parquetMetadata.ts'
import type { ByteSource } from '../../internal/parquet/parquetSource.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { boundsOf, columnsOf, leavesOf, type ParquetColumn, rangeOf } from './parquetColumns.ts'
import { type Placed, type Run, runsOf } from './parquetRuns.ts'

/** What to read of a file. */
export interface ParquetWanted {
  /** The metrics, without `_step`; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  readonly minStep?: number | undefined
  readonly maxStep?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly onRows?: ((rows: number) => void) | undefined
}

export const STEP = '_step'

/** A row group of which some columns are read already. */
export interface Group {
  readonly group: RowGroup
  /** How many rows that are read as well come before it in the file. */
  readonly start: number
  readonly columns: Map<string, HistoryColumn>
  waiting: number
}

/** A column of a row group. */
export interface Cell {
  readonly into: Group
  readonly column: ParquetColumn
  readonly leaves: ReadonlyArray<Leaf>
}

/** What is to be read of a file. */
export interface ParquetPlan {
  readonly source: ByteSource
  readonly metadata: FileMetaData
  readonly runs: ReadonlyArray<Run<Cell>>
  /** How many rows the row groups have that are to be read. */
  readonly rows: number
  /** The first step of these, where the file tells. */
  readonly firstStep: number | undefined
}

export const malformed = (detail: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'FileUnreadable', detail }))

const isOutside = (group: ReadonlyMap<string, ReadonlyArray<Leaf>>, { minStep, maxStep }: ParquetWanted): boolean => {
  const bounds = boundsOf(group.get(STEP) ?? [])
  return (
    bounds !== undefined &&
    (bounds.max < (minStep ?? Number.NEGATIVE_INFINITY) || bounds.min >= (maxStep ?? Number.POSITIVE_INFINITY))
  )
}

/** Where in the file the columns stand, of all row groups that may hold steps within the bounds. */
const planOf = (
  source: ByteSource,
  metadata: FileMetaData,
  columns: ReadonlyArray<ParquetColumn>,
  wanted: ParquetWanted,
): E.Either<LoadError, ParquetPlan> => {
  const places: Array<Placed<Cell>> = []
  let rows = 0
  let firstStep: number | undefined
  for (const group of metadata.row_groups) {
    const byName = leavesOf(group)
    if (group.num_rows === 0n || isOutside(byName, wanted)) continue
    const into: Group = { group, start: rows, columns: new Map(), waiting: columns.length }
    for (const column of columns) {
      const leaves = byName.get(column.name) ?? []
      const range = rangeOf(leaves)
      if (range === undefined) return malformed('a Parquet file that lacks a column of its own schema')
      places.push({ ...range, what: { into, column, leaves } })
    }
    firstStep ??= boundsOf(byName.get(STEP) ?? [])?.min
    rows += Number(group.num_rows)
  }
  return E.right({ source, metadata, runs: runsOf(places), rows, firstStep })
}

/** The columns to read, the steps first; none where no row could have any of the metrics. */
const columnsWanted = (
  metadata: FileMetaData,
  keys: ReadonlyArray<string> | undefined,
): E.Either<LoadError, ReadonlyArray<ParquetColumn>> => {
  if (metadata.num_rows === 0n) return E.right([])
  const all = columnsOf(metadata.schema)
  const step = all.find(({ name }) => name === STEP)
  if (step === undefined) return malformed(`a history file without a column ${STEP}`)
  const names = keys === undefined ? undefined : new Set(keys)
  const others = all.filter(({ name }) => name !== STEP && (names === undefined || names.has(name)))
  return E.right(names !== undefined && others.length === 0 ? [] : [step, ...others])
}

/**
 * Looks at what a Parquet file says of itself, and what of it is to be read. A file that has none of the metrics costs no
 * more than that.
 */
export const planParquetFile = async (
  source: ByteSource,
  wanted: ParquetWanted,
): Promise<E.Either<LoadError, ParquetPlan>> => {
  const metadata = await readMetadata(source)
  if (E.isLeft(metadata)) return metadata
  const columns = columnsWanted(metadata.right, wanted.keys)
  if (E.isLeft(columns)) return columns
  return columns.right.length === 0
    ? E.right({ source, metadata: metadata.right, runs: [], rows: 0, firstStep: undefined })
    : planOf(source, metadata.right, columns.right, wanted)
}
