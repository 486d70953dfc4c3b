import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { type DecodedPage, decodeNodes, type NodeReader } from '../../client/graphql/decodeNodes.ts'
import { isCausedByRun, mapRuns } from '../../client/graphql/mapRuns.ts'
import type { PageSource } from '../../client/graphql/paginate.ts'
import type { RequestPage } from '../../client/graphql/requestPage.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { History } from '../../types/run/History.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import { decodeRun } from '../../types/run/runCodec.ts'
import { type DecodeFailure, toDecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { type RawRunsPage, type RunsScope, runsRequester } from '../request/requestRuns.ts'
import { runSelection, runsPageDocument } from '../request/selection.ts'
import { collectHistories, makeRunHistory, type RunHistory } from './RunHistory.ts'
import type { SampleSelection } from './sampleSelection.ts'

/** How many runs are read concurrently. */
const AT_ONCE = 4

/** How often a page of samples is retried before its runs are loaded one by one. */
const PAGE_RETRIES = 2

/** A page of runs, with the sample of each or without. */
interface RawHistoriesPage extends RawRunsPage {
  readonly hasSamples: boolean
}

/** Pages of runs and their histories. */
export type HistoriesSource = PageSource<RawHistoriesPage, DecodedPage<RunHistory>>

type HistoryOf = (run: RunLight, signal: AbortSignal) => Promise<E.Either<LoadError, History>>

/** How to load the histories of a list of runs. */
interface HistoriesRequest {
  readonly runs: RunsScope
  readonly keys: ReadonlyArray<string> | undefined
  readonly pageSize: number
  /** Loads the history of one run, with separate requests. */
  readonly historyOf: HistoryOf
}

type DecodeNode<A> = NodeReader<A>['decode']

const lightRun = ({ project }: RawRunsPage): DecodeNode<RunLight> => decodeRun([], project)

/** Requests pages of runs with their light fields and more. */
const requesterOf = (
  client: Client,
  { runs, pageSize }: HistoriesRequest,
  name: string,
  { types, variables, selection }: typeof noSample,
): RequestPage<RawRunsPage> => {
  const fields = `${runSelection([], {})} ${selection}`
  const document = runsPageDocument(name, types, fields, { count: true, cursors: true })
  return runsRequester(client, runs, { document, variables, pageSizes: { first: pageSize, most: pageSize } })
}

const noSample: Pick<SampleSelection, 'types' | 'variables' | 'selection'> = { types: {}, variables: {}, selection: '' }

/** Decodes a page of runs, and loads the history of each. */
const decodeRunByRun = async (
  raw: RawRunsPage,
  at: { readonly page: number; readonly room: number },
  seen: Set<unknown>,
  { historyOf, keys }: HistoriesRequest,
  signal: AbortSignal,
): Promise<E.Either<LoadError, DecodedPage<RunHistory>>> => {
  const page = decodeNodes(raw.nodes, at, { decode: lightRun(raw), seen })
  const results = await mapRuns(page.items, AT_ONCE, historyOf, signal)
  if (E.isLeft(results)) return results
  const histories = collectHistories(page.items, results.right, keys)
  if (E.isLeft(histories)) return histories
  const { items, failures } = histories.right
  const unread = failures.map((failure) => ({ ...failure, page: at.page }))
  return E.right({ ...page, items, failures: [...page.failures, ...unread] })
}

/** Loads pages of runs, and the history of each run with separate requests. */
export const runByRunSource = (client: Client, list: HistoriesRequest): HistoriesSource => {
  const request = requesterOf(client, list, 'HistoryRuns', noSample)
  const seen = new Set<unknown>()
  return {
    request: async (ask, signal) =>
      E.map((page: RawRunsPage) => ({ ...page, hasSamples: false }))(await request(ask, signal)),
    decode: (raw, at, signal) => decodeRunByRun(raw, at, seen, list, signal),
  }
}

const unreadable = (run: RunLight): DecodeFailure =>
  Object.freeze({ ...toDecodeFailure([], run.id), path: Object.freeze(['history']), expected: 'rows', actual: 'other' })

/** Reads the sample of a run in its node. */
const readSample = (
  run: RunLight,
  node: unknown,
  { read }: SampleSelection,
  keys: ReadonlyArray<string> | undefined,
): E.Either<DecodeFailure, RunHistory> => {
  const history = isObject(node) ? read(node) : undefined
  return history === undefined ? E.left(unreadable(run)) : E.right(makeRunHistory(run, history, keys))
}

/**
 * Loads with few retries, because a run that the server fails at would delay its whole page for as long as the client may
 * retry. Only errors that no run causes are retried as often as the client may.
 */
export const withFewRetries = async <A>(
  client: Client,
  load: (client: Client) => Promise<E.Either<LoadError, A>>,
): Promise<E.Either<LoadError, A>> => {
  const maxRetries = Math.min(PAGE_RETRIES, client.limits.maxRetries)
  const first = await load({ ...client, limits: { ...client.limits, maxRetries } })
  return E.isLeft(first) && (first.left._tag === 'RateLimited' || first.left._tag === 'NetworkFailed')
    ? load(client)
    : first
}

/** Loads pages of runs with their samples, one request a page. The runs of a page that fails are loaded one by one. */
export const sampledSource = (client: Client, list: HistoriesRequest, selection: SampleSelection): HistoriesSource => {
  const { keys } = list
  const seen = new Set<unknown>()
  const runByRun = runByRunSource(client, list)
  return {
    request: async (ask, signal) => {
      const page = await withFewRetries(client, (one) => requesterOf(one, list, 'Histories', selection)(ask, signal))
      if (E.isRight(page)) return E.right({ ...page.right, hasSamples: true })
      return isCausedByRun(page.left) ? runByRun.request(ask, signal) : page
    },
    decode: (raw, at, signal) => {
      if (!raw.hasSamples) return decodeRunByRun(raw, at, seen, list, signal)
      const decode: DecodeNode<RunHistory> = (node, position) =>
        E.chain((run: RunLight) => readSample(run, node, selection, keys))(lightRun(raw)(node, position))
      return E.right(decodeNodes(raw.nodes, at, { decode, seen }))
    },
  }
}
