import * as E from 'fp-ts/lib/Either.js'
import { toDecodeFailure } from '../../../types/DecodeFailure.ts'
import type { History } from '../../../types/History.ts'
import { mergeChunks } from '../../../types/mergeChunks.ts'
import type { RunLight } from '../../../types/RunLight.ts'
import type { Client } from '../../Client.ts'
import { inPool } from '../../internal/paging/inPool.ts'
import { isOfOneRun } from '../../internal/paging/isOfOneRun.ts'
import { loadList } from '../../internal/paging/loadList.ts'
import type { LoadError } from '../../LoadError.ts'
import type { Listed, ListQuery } from '../../list.ts'
import type { RunHistory } from '../RunHistory.ts'
import { type RowLists, rowsIn, specLists, specText } from './readRows.ts'
import { gather, runHistoryOf } from './runHistory.ts'
import { type RunPart, type RunsOf, runsList } from './runsList.ts'

type HistoriesPage = Promise<E.Either<LoadError, Listed<RunHistory>>>

/** How many runs are read concurrently. */
const AT_ONCE = 4

const lightPart: RunPart<RunLight> = {
  operationName: 'HistoryRuns',
  parameters: '',
  selection: '',
  variables: {},
  read: (run) => E.right(run),
}

/** Loads a page of runs, and the history of each with separate requests. */
export const pageOfEach = async (
  client: Client,
  runs: RunsOf,
  query: ListQuery,
  keys: ReadonlyArray<string> | undefined,
  historyOf: (run: RunLight, signal: AbortSignal) => Promise<E.Either<LoadError, History>>,
): HistoriesPage => {
  const page = await loadList(client, { ...query, onProgress: undefined }, runsList(client, runs, lightPart))
  if (E.isLeft(page)) return page
  const { items, failures } = page.right
  const work = async (
    run: RunLight,
    signal: AbortSignal,
  ): Promise<E.Either<LoadError, E.Either<LoadError, History>>> => {
    const history = await historyOf(run, signal)
    return E.isRight(history) || isOfOneRun(history.left) ? E.right(history) : history
  }
  const results = await inPool(items, AT_ONCE, work, query.signal)
  if (E.isLeft(results)) return results
  const gathered = gather(items, results.right, keys)
  if (E.isLeft(gathered)) return gathered
  return E.right({
    ...page.right,
    items: [...gathered.right.items],
    failures: [...failures, ...gathered.right.failures],
  })
}

/** The sample of each run. */
export interface Sample {
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
const samplePart = ({ keys, samples }: Sample): RunPart<RunHistory> => {
  if (keys === undefined)
    return {
      operationName: 'Histories',
      parameters: ', $samples: Int',
      selection: 'history(samples: $samples)',
      variables: { samples },
      read: (run, node) => {
        const rows = node['history'] ?? []
        return Array.isArray(rows)
          ? E.right(runHistoryOf(run, sampleOf([rowsIn(rows)], undefined), undefined))
          : E.left(unreadable(run, typeof rows))
      },
    }
  const specs = keys.length === 0 ? [[]] : keys.map((key) => [key])
  const window = { min: undefined, max: undefined, samples }
  return {
    operationName: 'Histories',
    parameters: ', $specs: [JSONString!]!',
    selection: 'sampledHistory(specs: $specs)',
    variables: { specs: specs.map((spec) => specText(spec, window)) },
    read: (run, node) => {
      const lists = specLists(node['sampledHistory'], specs)
      return E.isRight(lists)
        ? E.right(runHistoryOf(run, sampleOf(lists.right, keys), keys))
        : E.left(unreadable(run, 'other'))
    },
  }
}

/** Loads a page of runs with their samples, in one request. */
export const sampledPage = (client: Client, runs: RunsOf, query: ListQuery, sample: Sample): HistoriesPage =>
  loadList(client, { ...query, onProgress: undefined }, runsList(client, runs, samplePart(sample)))
