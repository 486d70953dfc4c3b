import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import type { ResolvedRunPath } from '../../client/graphql/inProject.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { task, unwrap } from '../../client/task.ts'
import { type ColumnChunk, mergeChunks } from '../../history/mergeChunks.ts'
import type { History } from '../../types/run/History.ts'
import { fetchHistoryInfo, type HistoryInfo, refreshParquetUrls } from './historyInfo.ts'
import type { ParquetRequest } from './parquet/readParquet.ts'
import { type ReadWindow, readFullRows, readSpecs } from './readRows.ts'
import { readWindows } from './readWindows.ts'
import type { StepBounds } from './windowPlan.ts'

/** Reads the Parquet files of a run. The code for them is imported lazily. */
const readExported =
  (client: Client, request: ParquetRequest): TaskEither<LoadError, ReadonlyArray<ColumnChunk>> =>
  async () => {
    const { readRemoteParquet } = await import('./parquet/readParquet.ts')
    return readRemoteParquet(client, request)()
  }

/** The rows and metrics to read. */
interface HistorySelection {
  /** The metrics without `_step`; all if `undefined`. */
  readonly keys: ReadonlyArray<string> | undefined
  readonly require: 'any' | 'all'
  readonly minStep: number | undefined
  readonly maxStep: number | undefined
  readonly pageSize: number
  /** The maximum number of concurrent requests for rows; 1 by default. */
  readonly atOnce?: number | undefined
  /** Whether exported files may be read. */
  readonly exported: boolean
  readonly signal: AbortSignal | undefined
  readonly onRows: (loaded: number, total: number | undefined) => void
}

/** One spec per metric, or a single spec if a row needs all of them. */
const specsOf = (keys: ReadonlyArray<string>, needs: 'any' | 'all'): ReadonlyArray<ReadonlyArray<string>> =>
  needs === 'all' || keys.length === 0 ? [keys] : keys.map((key) => [key])

/** How to read, and the number of rows in the longest list, if known. */
interface Strategy {
  readonly read: ReadWindow
  readonly count: number | undefined
}

/**
 * Reads metrics by specs, which takes no more requests than whole rows unless most of each row is wanted: a row of a spec
 * has the step and one value.
 */
const strategyFor = (
  client: Client,
  path: ResolvedRunPath,
  { keys, require: needs }: HistorySelection,
  info: HistoryInfo,
): Strategy => {
  const { lineCount, counts } = info
  if (keys === undefined) return { read: readFullRows(client, path, undefined), count: lineCount }
  const each = keys.map((key) => counts?.get(key))
  const known = each.filter((count) => count !== undefined)
  const isMost =
    needs === 'any' &&
    counts !== undefined &&
    lineCount !== undefined &&
    known.length === keys.length &&
    2 * known.reduce((sum, count) => sum + count, 0) > lineCount * counts.size
  if (isMost) return { read: readFullRows(client, path, keys), count: lineCount }
  return {
    read: readSpecs(client, path, specsOf(keys, needs)),
    count: keys.length > 0 && known.length === keys.length ? Math.max(...known) : lineCount,
  }
}

const stepsRange = (steps: ReadonlyArray<number>): { readonly first: number; readonly last: number } => ({
  first: steps.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  last: steps.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
})

const lastOf = (chunks: ReadonlyArray<ColumnChunk>): number | undefined =>
  chunks.reduce<number | undefined>(
    (last, { steps }) => steps.reduce<number | undefined>((a, b) => (a === undefined || b > a ? b : a), last),
    undefined,
  )

/** The rows to read from the API: all, or those that are not exported; `undefined` if there are none. */
const liveBounds = (
  wanted: HistorySelection,
  info: HistoryInfo,
  exported: ReadonlyArray<ColumnChunk>,
  count: number | undefined,
): StepBounds | undefined => {
  const { minStep: min, maxStep: max, pageSize } = wanted
  const { isActive, lastStep, liveSteps } = info
  const whole: StepBounds = {
    min,
    max,
    firstStep: 0,
    lastStep,
    count,
    isActive,
    pageSize,
  }
  if (info.parquetUrls.length === 0)
    return info.lineCount === 0 && lastStep === undefined && !isActive ? undefined : whole
  if (liveSteps === undefined) return whole
  const exportedLast = lastOf(exported)
  const nextStep = exportedLast === undefined ? min : Math.max(exportedLast + 1, min ?? exportedLast + 1)
  if (liveSteps.length > 0) {
    const { first, last } = stepsRange(liveSteps)
    // Starts right after the exported rows, so that none is missed between these and the live rows.
    return {
      ...whole,
      min: nextStep === undefined ? undefined : Math.min(nextStep, Math.max(first, min ?? first)),
      firstStep: first,
      lastStep: Math.max(last, lastStep ?? last),
      count: liveSteps.length,
    }
  }
  const hasLater = lastStep !== undefined && lastStep > (exportedLast ?? (min ?? 0) - 1)
  return isActive || hasLater ? { ...whole, min: nextStep, count: undefined } : undefined
}

/**
 * Reads all rows of a run, never a sample: the exported rows from files, the rest from the API. A step that is in both is
 * one row.
 */
export const readCompleteHistory = (
  client: Client,
  path: ResolvedRunPath,
  wanted: HistorySelection,
): TaskEither<LoadError, History> =>
  task(async function* () {
    const { keys, signal, minStep, maxStep } = wanted
    const info = yield* unwrap(fetchHistoryInfo(client, path, signal, wanted.exported))
    const { parquetUrls: urls, lineCount } = info
    let fromFiles = 0
    const onRows = (loaded: number): void => {
      fromFiles = loaded
      wanted.onRows(loaded, lineCount)
    }
    const renew = refreshParquetUrls(client, path, signal)
    const exported =
      urls.length === 0
        ? []
        : yield* unwrap(readExported(client, { urls, renew, keys, minStep, maxStep, signal, onRows }))

    const strategy = strategyFor(client, path, wanted, info)
    const bounds = liveBounds(wanted, info, exported, strategy.count)
    const options = {
      signal,
      atOnce: wanted.atOnce,
      onRows: (loaded: number) => wanted.onRows(fromFiles + loaded, lineCount),
    }
    const live = bounds === undefined ? [] : yield* unwrap(readWindows(strategy.read, bounds, options))

    const hasLive = live.some(({ steps }) => steps.length > 0)
    return mergeChunks([...exported, ...live], {
      keys,
      require: wanted.require,
      source: urls.length === 0 ? 'graphql' : hasLive ? 'mixed' : 'parquet',
      failures: live.flatMap(({ failures }) => failures),
    })
  })
