import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { malformedResponse } from '../../client/errors.ts'
import type { GraphqlDocument } from '../../client/graphql/document.ts'
import { findRun, inRun, type ResolvedRunPath } from '../../client/graphql/inProject.ts'
import { withOptionalFields } from '../../client/graphql/optionalFields.ts'
import { type RequestOptions, request, type Variables } from '../../client/graphql/request.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { fail, task, unwrap } from '../../client/task.ts'
import { endedStates } from '../../types/run/fields.ts'
import { HistoryKeys } from '../../types/run/HistoryKeys.ts'
import { getOwn, isObject } from '../../types/wire/own.ts'

/** Sends a query of a run and returns the run's node, or `NotFound`. */
export const requestRun = (
  client: Client,
  path: ResolvedRunPath,
  document: GraphqlDocument,
  variables: Variables | (() => Variables),
  options: RequestOptions,
): TaskEither<LoadError, GraphqlData> =>
  task(async function* () {
    const { entity, project, id } = path
    const whole =
      typeof variables === 'function'
        ? () => ({ entity, project, id, ...variables() })
        : { entity, project, id, ...variables }
    const data = yield* unwrap(request(client, document, whole, options))
    return yield* unwrap(findRun(client, path, data))
  })

const exported = 'parquetHistory(liveKeys: ["_step"]) { parquetUrls liveData }'

const liveInfo = 'state historyLineCount historyKeys'

const runHistoryDocument = inRun('RunHistory', {}, `${liveInfo} ${exported}`)

/** For servers without the export. */
const liveHistoryDocument = inRun('RunHistory', {}, liveInfo)

const parquetUrlsDocument = inRun('RunParquetUrls', {}, exported)

const exportsDocument = inRun('RunHistoryExports', {}, `name historyLineCount ${exported}`)

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
            isObject(one) && getOwn(one, 'type') === 'nil' ? 0 : isObject(one) ? getOwn(one, 'count') : undefined,
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
  const steps = rows.map((row: unknown) => (isObject(row) ? getOwn(row, '_step') : undefined))
  return steps.every((step) => typeof step === 'number') ? steps : undefined
}

const urlsOf = (run: GraphqlData): ReadonlyArray<string> => {
  const history = run['parquetHistory']
  const urls = isObject(history) ? history['parquetUrls'] : undefined
  return Array.isArray(urls) ? urls.filter((url) => typeof url === 'string') : []
}

const infoOf = (run: GraphqlData): HistoryInfo => {
  const keys = HistoryKeys.decode(run['historyKeys'])
  const known = E.isRight(keys) && isObject(run['historyKeys']) ? keys.right : undefined
  const lineCount = run['historyLineCount']
  const history = run['parquetHistory']
  return {
    isActive: !endedStates.includes(run['state'] as string),
    lineCount: typeof lineCount === 'number' ? lineCount : undefined,
    lastStep: known?.lastStep !== undefined && known.lastStep >= 0 ? known.lastStep : undefined,
    counts: known === undefined ? undefined : countsOf(known.keys),
    parquetUrls: urlsOf(run),
    liveSteps: liveStepsOf(isObject(history) ? history['liveData'] : undefined),
  }
}

/** Requests what the server knows of a run's history, with the export if it is wanted and supported. */
export const fetchHistoryInfo = (
  client: Client,
  path: ResolvedRunPath,
  signal: AbortSignal | undefined,
  withExport = true,
): TaskEither<LoadError, HistoryInfo> =>
  task(async function* () {
    const ask = (isSupported: boolean) =>
      requestRun(client, path, isSupported ? runHistoryDocument : liveHistoryDocument, {}, { signal })()
    return infoOf(yield* unwrap(withExport ? withOptionalFields(client, 'Run', ask) : ask(false)))
  })

/** Requests new URLs of the exported files. */
export const refreshParquetUrls = (
  client: Client,
  path: ResolvedRunPath,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, ReadonlyArray<string>> =>
  task(async function* () {
    const urls = urlsOf(yield* unwrap(requestRun(client, path, parquetUrlsDocument, {}, { signal })))
    return urls.length > 0 ? urls : yield* fail(malformedResponse('the exported files have no URLs any more'))
  })

/** The exported part of a history. */
interface ParquetExports {
  /** The signed URLs of the files. */
  readonly urls: ReadonlyArray<string>
  /** The number of live rows, which may not be in any file yet. */
  readonly liveRows: number
  /** The number of rows that the run logged; `undefined` if the server does not report it. */
  readonly lineCount: number | undefined
}

/** Requests the exported part of a run's history. */
export const fetchParquetExports = (
  client: Client,
  path: ResolvedRunPath,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, ParquetExports> =>
  task(async function* () {
    const run = yield* unwrap(requestRun(client, path, exportsDocument, {}, { signal }))
    const { parquetHistory, historyLineCount } = run
    const list = (key: string): ReadonlyArray<unknown> => {
      const found = isObject(parquetHistory) ? parquetHistory[key] : undefined
      return Array.isArray(found) ? found : []
    }
    const urls = list('parquetUrls')
    if (!urls.every((url) => typeof url === 'string'))
      return yield* fail(malformedResponse('the URL of a history file is not a string'))
    return {
      urls,
      liveRows: list('liveData').length,
      lineCount: typeof historyLineCount === 'number' ? historyLineCount : undefined,
    }
  })
