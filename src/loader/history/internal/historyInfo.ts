import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import { own } from '../../../types/codec/own.ts'
import { HistoryKeys } from '../../../types/HistoryKeys.ts'
import type { Client } from '../../Client.ts'
import type { Data } from '../../internal/http/readReply.ts'
import { withYounger } from '../../internal/paging/younger.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { askRun, type RunAddress } from './askRun.ts'
import { parquetUrlsDocument, runHistoryDocument } from './documents.ts'

/** What the server knows of a run's history. */
export interface HistoryInfo {
  /** Whether more rows may come. */
  readonly isActive: boolean
  /** The number of rows, if known. */
  readonly lineCount: number | undefined
  /** The highest step, if known. */
  readonly lastStep: number | undefined
  /** The number of values of each metric; `undefined` if unknown. */
  readonly counts: ReadonlyMap<string, number> | undefined
  /** The URLs of the exported files; empty if nothing is exported. */
  readonly parquetUrls: ReadonlyArray<string>
  /** The steps of rows that are not exported yet; `undefined` if unknown. */
  readonly liveSteps: ReadonlyArray<number> | undefined
}

const countsOf = (keys: HistoryKeys['keys']): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(keys).flatMap(([key, { typeCounts }]) => {
      const counts = Array.isArray(typeCounts)
        ? typeCounts.map((one: unknown) =>
            isObject(one) && own(one, 'type') === 'nil' ? 0 : isObject(one) ? own(one, 'count') : undefined,
          )
        : []
      const known = counts.filter((count) => typeof count === 'number')
      return known.length > 0 && known.length === counts.length
        ? [[key, known.reduce((sum, count) => sum + count, 0)] as const]
        : []
    }),
  )

const liveStepsOf = (liveData: unknown): ReadonlyArray<number> | undefined => {
  const rows = liveData ?? []
  if (!Array.isArray(rows)) return undefined
  const steps = rows.map((row: unknown) => (isObject(row) ? own(row, '_step') : undefined))
  return steps.every((step) => typeof step === 'number') ? steps : undefined
}

const urlsOf = (run: Data): ReadonlyArray<string> => {
  const history = run['parquetHistory']
  const urls = isObject(history) ? history['parquetUrls'] : undefined
  return Array.isArray(urls) ? urls.filter((url) => typeof url === 'string') : []
}

const endStates: ReadonlySet<unknown> = new Set(['finished', 'failed', 'crashed', 'killed', 'preempted'])

const infoOf = (run: Data): HistoryInfo => {
  const keys = HistoryKeys.decode(run['historyKeys'])
  const known = E.isRight(keys) && isObject(run['historyKeys']) ? keys.right : undefined
  const lineCount = run['historyLineCount']
  const history = run['parquetHistory']
  return {
    isActive: !endStates.has(run['state']),
    lineCount: typeof lineCount === 'number' ? lineCount : undefined,
    lastStep: known?.lastStep !== undefined && known.lastStep >= 0 ? known.lastStep : undefined,
    counts: known === undefined ? undefined : countsOf(known.keys),
    parquetUrls: urlsOf(run),
    liveSteps: liveStepsOf(isObject(history) ? history['liveData'] : undefined),
  }
}

/** Requests what the server knows of a run's history, with the export if it is wanted and supported. */
export const historyInfo = async (
  client: Client,
  path: RunAddress,
  signal: AbortSignal | undefined,
  withExport = true,
): Promise<E.Either<LoadError, HistoryInfo>> => {
  const ask = (isSupported: boolean) =>
    askRun(client, path, () => ({ operationName: 'RunHistory', query: runHistoryDocument(isSupported) }), { signal })
  const run = withExport ? await withYounger(client, 'Run', ask) : await ask(false)
  return E.isLeft(run) ? run : E.right(infoOf(run.right))
}

/** Requests new URLs of the exported files. */
export const renewUrls = async (
  client: Client,
  path: RunAddress,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ReadonlyArray<string>>> => {
  const make = () => ({ operationName: 'RunParquetUrls', query: parquetUrlsDocument })
  const run = await askRun(client, path, make, { signal })
  if (E.isLeft(run)) return run
  const urls = urlsOf(run.right)
  return urls.length > 0
    ? E.right(urls)
    : E.left(loadError({ _tag: 'ResponseMalformed', detail: 'the exported files have no URLs any more' }))
}
