import * as E from 'fp-ts/lib/Either.js'
import type { ColumnChunk } from '../../../types/ColumnChunk.ts'
import type { DecodeFailure } from '../../../types/DecodeFailure.ts'
import type { History } from '../../../types/History.ts'
import { mergeChunks } from '../../../types/mergeChunks.ts'
import type { RowChunk } from '../../../types/rowChunk.ts'
import type { Client } from '../../Client.ts'
import type { LoadError } from '../../LoadError.ts'
import type { RunAddress } from './askRun.ts'
import { type HistoryInfo, historyInfo, renewUrls } from './historyInfo.ts'
import { readParquetHistory } from './parquetHistory.ts'
import { type ReadWindow, readSpecs, readWholeRows } from './readRows.ts'
import { readWindows } from './readWindows.ts'
import type { Span } from './windowPlan.ts'

/** The rows and metrics to read. */
export interface HistoryPart {
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
  path: RunAddress,
  { keys, require: needs }: HistoryPart,
  info: HistoryInfo,
): Strategy => {
  const { lineCount, counts } = info
  if (keys === undefined) return { read: readWholeRows(client, path, undefined), count: lineCount }
  const each = keys.map((key) => counts?.get(key))
  const known = each.filter((count) => count !== undefined)
  const isMost =
    needs === 'any' &&
    counts !== undefined &&
    lineCount !== undefined &&
    known.length === keys.length &&
    2 * known.reduce((sum, count) => sum + count, 0) > lineCount * counts.size
  if (isMost) return { read: readWholeRows(client, path, keys), count: lineCount }
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
const liveSpan = (
  part: HistoryPart,
  info: HistoryInfo,
  exported: ReadonlyArray<ColumnChunk>,
  count: number | undefined,
): Span | undefined => {
  const { minStep: min, maxStep: max, pageSize } = part
  const { isActive, lastStep, liveSteps } = info
  const whole: Span = {
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

const failuresOf = (chunks: ReadonlyArray<RowChunk>): ReadonlyArray<DecodeFailure> =>
  chunks.flatMap(({ failures }) => failures)

/**
 * Reads all rows of a run, never a sample: the exported rows from files, the rest from the API. A step that is in both is
 * one row.
 */
export const completeHistory = async (
  client: Client,
  path: RunAddress,
  part: HistoryPart,
): Promise<E.Either<LoadError, History>> => {
  const { keys, signal, minStep, maxStep } = part
  const found = await historyInfo(client, path, signal, part.exported)
  if (E.isLeft(found)) return found
  const info = found.right
  let fromFiles = 0
  const onRows = (loaded: number): void => {
    fromFiles = loaded
    part.onRows(loaded, info.lineCount)
  }
  const exported =
    info.parquetUrls.length === 0
      ? E.right([])
      : await readParquetHistory({
          client,
          urls: info.parquetUrls,
          renew: () => renewUrls(client, path, signal),
          keys,
          minStep,
          maxStep,
          signal,
          onRows,
        })
  if (E.isLeft(exported)) return exported

  const strategy = strategyFor(client, path, part, info)
  const span = liveSpan(part, info, exported.right, strategy.count)
  const live =
    span === undefined
      ? E.right([])
      : await readWindows(strategy.read, span, {
          signal,
          atOnce: part.atOnce,
          onRows: (loaded) => part.onRows(fromFiles + loaded, info.lineCount),
        })
  if (E.isLeft(live)) return live

  const hasLive = live.right.some(({ steps }) => steps.length > 0)
  return E.right(
    mergeChunks([...exported.right, ...live.right], {
      keys,
      require: part.require,
      source: info.parquetUrls.length === 0 ? 'graphql' : hasLive ? 'mixed' : 'parquet',
      failures: failuresOf(live.right),
    }),
  )
}
