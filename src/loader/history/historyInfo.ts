import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { withOptionalFields } from '../../client/graphql/optionalFields.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { type RequestOptions, request } from '../../client/request.ts'
import { HistoryKeys } from '../../types/run/HistoryKeys.ts'
import { getOwn, isObject } from '../../types/wire/own.ts'

const inRun = (operation: string, parameters: string, selection: string): string =>
  `query ${operation}($entity: String!, $project: String!, $id: String!${parameters}) ` +
  `{ project(name: $project, entityName: $entity) { name entityName run(name: $id) { ${selection} } } }`

const exported = 'parquetHistory(liveKeys: ["_step"]) { parquetUrls liveData }'

/** Selects what the server knows of a run's history. Older servers do not support the export. */
const runHistoryDocument = (withExport: boolean): string =>
  inRun('RunHistory', '', `state historyLineCount historyKeys${withExport ? ` ${exported}` : ''}`)

/** Selects the URLs of a run's Parquet files. */
const parquetUrlsDocument: string = inRun('RunParquetUrls', '', exported)

/** Selects whole rows of a range of steps; `maxStep` is exclusive. */
export const historyPageDocument: string = inRun(
  'HistoryPage',
  ', $minStep: Int64, $maxStep: Int64, $samples: Int',
  'history(minStep: $minStep, maxStep: $maxStep, samples: $samples)',
)

/** Selects a sample of whole rows. */
export const sampledRowsDocument: string = inRun('SampledRows', ', $samples: Int', 'history(samples: $samples)')

/** Selects rows of some metrics, one list per spec. */
export const sampledHistoryDocument: string = inRun(
  'SampledHistory',
  ', $specs: [JSONString!]!',
  'sampledHistory(specs: $specs)',
)

/** Selects the events of a run. */
export const eventsDocument: string = inRun('RunEvents', ', $samples: Int', 'events(samples: $samples)')

/** The complete path of a run. */
export interface ResolvedRunPath {
  readonly entity: string
  readonly project: string
  readonly id: string
}

interface RunRequest {
  readonly operationName: string
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

/** Sends a query of one run and returns the run's node, or `NotFound`. */
export const requestRun = async (
  client: Client,
  { entity, project, id }: ResolvedRunPath,
  make: () => RunRequest,
  options: RequestOptions,
): Promise<E.Either<LoadError, GraphqlData>> => {
  const whole = () => {
    const { operationName, query, variables } = make()
    return { operationName, query, variables: { entity, project, id, ...variables } }
  }
  const data = await request(client, whole, options)
  if (E.isLeft(data)) return data
  const parent = data.right['project']
  const notFound = (what: 'project' | 'run', path: string): E.Either<LoadError, never> =>
    E.left(loadError({ _tag: 'NotFound', what, path: client.redact(path) }))
  if (!isObject(parent)) return notFound('project', `${entity}/${project}`)
  const run = parent['run']
  return isObject(run) ? E.right(run) : notFound('run', `${entity}/${project}/${id}`)
}

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

const endStates: ReadonlySet<unknown> = new Set(['finished', 'failed', 'crashed', 'killed', 'preempted'])

const infoOf = (run: GraphqlData): HistoryInfo => {
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
export const fetchHistoryInfo = async (
  client: Client,
  path: ResolvedRunPath,
  signal: AbortSignal | undefined,
  withExport = true,
): Promise<E.Either<LoadError, HistoryInfo>> => {
  const ask = (isSupported: boolean) =>
    requestRun(client, path, () => ({ operationName: 'RunHistory', query: runHistoryDocument(isSupported) }), {
      signal,
    })
  const run = withExport ? await withOptionalFields(client, 'Run', ask) : await ask(false)
  return E.isLeft(run) ? run : E.right(infoOf(run.right))
}

/** Requests new URLs of the exported files. */
export const refreshParquetUrls = async (
  client: Client,
  path: ResolvedRunPath,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ReadonlyArray<string>>> => {
  const make = () => ({ operationName: 'RunParquetUrls', query: parquetUrlsDocument })
  const run = await requestRun(client, path, make, { signal })
  if (E.isLeft(run)) return run
  const urls = urlsOf(run.right)
  return urls.length > 0
    ? E.right(urls)
    : E.left(loadError({ _tag: 'ResponseMalformed', detail: 'the exported files have no URLs any more' }))
}
