import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { type Listed, type ListQuery, type ListRequest, loadList } from '../../client/graphql/loadList.ts'
import { isPerRunError, mapConcurrently } from '../../client/graphql/mapConcurrently.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { mergeChunks } from '../../history/mergeChunks.ts'
import type { History } from '../../types/run/History.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import { decodeRun, type RunProject } from '../../types/run/runCodec.ts'
import { type DecodeFailure, type NodePosition, toDecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { toRunProject } from '../request/requestRuns.ts'
import { runSelection } from '../request/selection.ts'
import { collectHistories, makeRunHistory, type RunHistory } from './RunHistory.ts'
import { type RowLists, readSpecLists, serializeSpec, toRowList } from './readRows.ts'

/** A project, and the filters and order of its runs. */
interface RunsScope {
  readonly path: { readonly entity: string; readonly project: string }
  readonly filters: string
  readonly order: string
}

/** What to select of each run in addition to its light fields, and how to decode it. */
interface RunExtras<A> {
  readonly operationName: string
  /** Declarations of variables, each with a leading comma. */
  readonly parameters: string
  readonly selection: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly read: (run: RunLight, node: Readonly<Record<string, unknown>>) => E.Either<DecodeFailure, A>
}

const documentOf = ({ operationName, parameters, selection }: RunExtras<unknown>): string =>
  `query ${operationName}($entity: String!, $project: String!, $filters: JSONString, $order: String, $first: Int, ` +
  `$after: String${parameters}) { project(name: $project, entityName: $entity) { name entityName ` +
  'runCount(filters: $filters) runs(filters: $filters, order: $order, first: $first, after: $after) ' +
  `{ pageInfo { endCursor hasNextPage } edges { cursor node { ${runSelection([], {})} ${selection} } } } } }`

/** A list of runs with their light fields and the given part. */
const runsListRequest = <A>(
  client: Client,
  { path, filters, order }: RunsScope,
  part: RunExtras<A>,
): ListRequest<A> => {
  let serverProject: RunProject = { ...path, appUrl: client.appUrl }
  return {
    operationName: part.operationName,
    document: documentOf(part),
    variables: { ...path, filters, order, ...part.variables },
    connection: (data) => {
      const project = data['project']
      if (!isObject(project)) {
        const missing = client.redact(`${path.entity}/${path.project}`)
        return E.left(loadError({ _tag: 'NotFound', what: 'project', path: missing }))
      }
      serverProject = toRunProject(client, path, project)
      return E.right(project['runs'])
    },
    total: (data) => (isObject(data['project']) ? data['project']['runCount'] : undefined),
    decode: (node: unknown, at: NodePosition) => {
      const run = decodeRun([], serverProject)(node, at)
      return E.isLeft(run) ? run : part.read(run.right, isObject(node) ? node : {})
    },
    phase: 'runs',
    pageSize: 50,
  }
}

type HistoriesPage = Promise<E.Either<LoadError, Listed<RunHistory>>>

/** How many runs are read concurrently. */
const AT_ONCE = 4

const lightPart: RunExtras<RunLight> = {
  operationName: 'HistoryRuns',
  parameters: '',
  selection: '',
  variables: {},
  read: (run) => E.right(run),
}

/** Loads a page of runs, and the history of each with separate requests. */
export const loadRunByRun = async (
  client: Client,
  runs: RunsScope,
  query: ListQuery,
  keys: ReadonlyArray<string> | undefined,
  historyOf: (run: RunLight, signal: AbortSignal) => Promise<E.Either<LoadError, History>>,
): HistoriesPage => {
  const page = await loadList(client, { ...query, onProgress: undefined }, runsListRequest(client, runs, lightPart))
  if (E.isLeft(page)) return page
  const { items, failures } = page.right
  const work = async (
    run: RunLight,
    signal: AbortSignal,
  ): Promise<E.Either<LoadError, E.Either<LoadError, History>>> => {
    const history = await historyOf(run, signal)
    return E.isRight(history) || isPerRunError(history.left) ? E.right(history) : history
  }
  const results = await mapConcurrently(items, AT_ONCE, work, query.signal)
  if (E.isLeft(results)) return results
  const gathered = collectHistories(items, results.right, keys)
  if (E.isLeft(gathered)) return gathered
  return E.right({
    ...page.right,
    items: [...gathered.right.items],
    failures: [...failures, ...gathered.right.failures],
  })
}

/** The sample of each run. */
interface SampleSelection {
  readonly keys: ReadonlyArray<string> | undefined
  readonly samples: number
}

const sampleOf = (lists: RowLists, keys: ReadonlyArray<string> | undefined): History =>
  mergeChunks(lists, {
    keys,
    source: 'graphql',
    sampled: true,
    failures: lists.flatMap(({ failures }) => failures),
  })

const unreadable = (run: RunLight, what: string) =>
  Object.freeze({ ...toDecodeFailure([], run.id), path: Object.freeze(['history']), expected: 'rows', actual: what })

/** Selects the sampled history of each run in a list. */
const samplePart = ({ keys, samples }: SampleSelection): RunExtras<RunHistory> => {
  if (keys === undefined)
    return {
      operationName: 'Histories',
      parameters: ', $samples: Int',
      selection: 'history(samples: $samples)',
      variables: { samples },
      read: (run, node) => {
        const rows = node['history'] ?? []
        return Array.isArray(rows)
          ? E.right(makeRunHistory(run, sampleOf([toRowList(rows)], undefined), undefined))
          : E.left(unreadable(run, typeof rows))
      },
    }
  const specs = keys.length === 0 ? [[]] : keys.map((key) => [key])
  const window = { min: undefined, max: undefined, samples }
  return {
    operationName: 'Histories',
    parameters: ', $specs: [JSONString!]!',
    selection: 'sampledHistory(specs: $specs)',
    variables: { specs: specs.map((spec) => serializeSpec(spec, window)) },
    read: (run, node) => {
      const lists = readSpecLists(node['sampledHistory'], specs)
      return E.isRight(lists)
        ? E.right(makeRunHistory(run, sampleOf(lists.right, keys), keys))
        : E.left(unreadable(run, 'other'))
    },
  }
}

/** Loads a page of runs with their samples, in one request. */
export const loadSampledPage = (
  client: Client,
  runs: RunsScope,
  query: ListQuery,
  sample: SampleSelection,
): HistoriesPage =>
  loadList(client, { ...query, onProgress: undefined }, runsListRequest(client, runs, samplePart(sample)))
