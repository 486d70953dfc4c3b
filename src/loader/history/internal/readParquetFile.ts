import * as E from 'fp-ts/lib/Either.js'
import type { FileMetaData, ColumnChunk as Leaf, RowGroup } from 'hyparquet'
import type { ColumnChunk } from '../../../types/ColumnChunk.ts'
import type { HistoryColumn } from '../../../types/History.ts'
import { follow } from '../../internal/http/abort.ts'
import { readMetadata } from '../../internal/parquet/parquetMetadata.ts'
import type { ByteSource } from '../../internal/parquet/parquetSource.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { boundsOf, columnsOf, leavesOf, type ParquetColumn, rangeOf } from './parquetColumns.ts'
import { type Placed, type Run, runsOf } from './parquetRuns.ts'
import { rowsWithin, stepsOf } from './parquetSteps.ts'
import { readAhead } from './readAhead.ts'
import { readCells } from './readParquetCells.ts'

/** What to read of a file. */
export interface ParquetWanted {
  /** The metrics, without `_step`; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  readonly minStep?: number | undefined
  readonly maxStep?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly onRows?: ((rows: number) => void) | undefined
}

const STEP = '_step'

/** A row group of which some columns are read already. */
interface Group {
  readonly group: RowGroup
  readonly columns: Map<string, HistoryColumn>
  waiting: number
}

interface Cell {
  readonly into: Group
  readonly column: ParquetColumn
  readonly leaves: ReadonlyArray<Leaf>
}

const malformed = (detail: string): E.Either<LoadError, never> => E.left(loadError({ _tag: 'FileUnreadable', detail }))

const isOutside = (group: ReadonlyMap<string, ReadonlyArray<Leaf>>, { minStep, maxStep }: ParquetWanted): boolean => {
  const bounds = boundsOf(group.get(STEP) ?? [])
  return (
    bounds !== undefined &&
    (bounds.max < (minStep ?? Number.NEGATIVE_INFINITY) || bounds.min >= (maxStep ?? Number.POSITIVE_INFINITY))
  )
}

/** Where in the file the columns stand, of all row groups that may hold steps within the bounds. */
const placesOf = (
  metadata: FileMetaData,
  columns: ReadonlyArray<ParquetColumn>,
  wanted: ParquetWanted,
): E.Either<LoadError, ReadonlyArray<Placed<Cell>>> => {
  const places: Array<Placed<Cell>> = []
  for (const group of metadata.row_groups) {
    const byName = leavesOf(group)
    if (group.num_rows === 0n || isOutside(byName, wanted)) continue
    const into: Group = { group, columns: new Map(), waiting: columns.length }
    for (const column of columns) {
      const leaves = byName.get(column.name) ?? []
      const range = rangeOf(leaves)
      if (range === undefined) return malformed('a Parquet file that lacks a column of its own schema')
      places.push({ ...range, what: { into, column, leaves } })
    }
  }
  return E.right(places)
}

const chunkOf = (group: Group, wanted: ParquetWanted): E.Either<LoadError, ColumnChunk> => {
  const steps = stepsOf(group.columns.get(STEP))
  group.columns.delete(STEP)
  return steps === undefined
    ? malformed('a history file with a row that has no step')
    : E.right(rowsWithin({ steps, columns: group.columns }, wanted))
}

/** Lets a signal be heard between two stretches of work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

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

const readRuns = async (
  source: ByteSource,
  metadata: FileMetaData,
  runs: ReadonlyArray<Run<Cell>>,
  wanted: ParquetWanted,
): Promise<E.Either<LoadError, ReadonlyArray<ColumnChunk>>> => {
  const chunks: Array<ColumnChunk> = []
  for await (const fetched of readAhead(source, runs)) {
    if (E.isLeft(fetched)) return fetched
    const { part: run, bytes } = fetched.right
    await breathe()
    if (wanted.signal?.aborted) return E.left(loadError({ _tag: 'Aborted' }))
    for (const { start, end, what } of run.places) {
      const { into, column, leaves } = what
      const part = { bytes: bytes.subarray(start - run.start, end - run.start), start }
      const cells = await readCells(part, metadata, into.group, column, leaves)
      if (E.isLeft(cells)) return cells
      into.columns.set(column.name, cells.right)
      into.waiting -= 1
      if (into.waiting > 0) continue
      const chunk = chunkOf(into, wanted)
      if (E.isLeft(chunk)) return chunk
      chunks.push(chunk.right)
      wanted.onRows?.(chunk.right.steps.length)
    }
  }
  return E.right(chunks)
}

/**
 * Reads columns of a Parquet file, a row group a chunk, with no more in memory than they are and the few parts of the
 * file that are on their way. A file that has none of the metrics costs no more than a look at its schema.
 */
export const readParquetFile = async (
  open: (signal: AbortSignal) => Promise<E.Either<LoadError, ByteSource>>,
  wanted: ParquetWanted,
): Promise<E.Either<LoadError, ReadonlyArray<ColumnChunk>>> => {
  const { controller, release } = follow(wanted.signal)
  try {
    const source = await open(controller.signal)
    if (E.isLeft(source)) return source
    const metadata = await readMetadata(source.right)
    if (E.isLeft(metadata)) return metadata
    const columns = columnsWanted(metadata.right, wanted.keys)
    if (E.isLeft(columns)) return columns
    const places = columns.right.length === 0 ? E.right([]) : placesOf(metadata.right, columns.right, wanted)
    if (E.isLeft(places)) return places
    return await readRuns(source.right, metadata.right, runsOf(places.right), wanted)
  } finally {
    // Parts that are still on their way after a failure are wanted no longer.
    controller.abort()
    release()
  }
}
