import * as E from 'fp-ts/lib/Either.js'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import type { Client } from '../Client.ts'
import type { LoadError } from '../LoadError.ts'
import {
  abortSignal,
  callback,
  cursorOption,
  type OptionChecks,
  pageSizeOption,
  positiveInteger,
} from '../optionChecks.ts'
import { collect, emptyCollected, isComplete } from './collect.ts'
import { type DecodedPage, decodeNodes, type NodeReader } from './decodeNodes.ts'
import { type Page, type PageSource, paginate } from './paginate.ts'
import { type ListDocument, pageRequester, type RawPage } from './requestPage.ts'

/**
 * The progress of a load.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface Progress {
  /** What is being loaded. */
  readonly phase:
    | 'runs'
    | 'artifactVersions'
    | 'artifacts'
    | 'files'
    | 'history'
    | 'events'
    | 'consoleLines'
    | 'sweeps'
    | 'projects'
    | 'projectFields'
    | 'users'
    | 'reports'
    | 'bytes'
  /** How many have been loaded. */
  readonly loaded: number
  /** How many there are in all; `undefined` while that is unknown. */
  readonly total: number | undefined
}

/**
 * The paging options of a list.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface ListQuery {
  /** The number of records per request. */
  readonly pageSize?: number | undefined
  /** The maximum number of records to load; all by default. */
  readonly limit?: number | undefined
  /** The `cursor` of a partly loaded list, to continue after it. */
  readonly after?: string | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
  /** Called with the progress after every request. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * A list of records, with an account of those that are not in it.
 *
 * @typeParam A - The type of the records.
 * @category Loading
 * @since 0.1.0
 */
export interface Listed<A> {
  /** The records in the server's order, without duplicates. The array is yours to change. */
  readonly items: Array<A>
  /** The total number of records; `undefined` if the server does not report it. */
  readonly totalCount: number | undefined
  /** The records that could not be read, one failure each. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** The number of records that came again on a later page because the list changed in between. */
  readonly duplicates: number
  /** The number of entries that were `null` instead of a record. */
  readonly skipped: number
  /** Whether the load reached the end of the list and accounts for all of `totalCount`, if that is known. */
  readonly complete: boolean
  /** The cursor to continue with as `after`; `undefined` if the server returned none. */
  readonly cursor: string | undefined
}

/** A complete list without records. */
export const emptyList = <A>(): Listed<A> => ({
  items: [],
  totalCount: 0,
  failures: [],
  duplicates: 0,
  skipped: 0,
  complete: true,
  cursor: undefined,
})

/** A GraphQL list, and how to read its records. */
export interface ListRequest<A>
  extends Omit<ListDocument, 'pageSizes'>,
    Pick<NodeReader<A>, 'decode' | 'identity' | 'passes'> {
  readonly phase: Progress['phase']
  readonly pageSize: number
}

/** The checks of {@link ListQuery}. */
export const listOptions: OptionChecks<ListQuery> = {
  pageSize: pageSizeOption,
  limit: positiveInteger,
  after: cursorOption,
  signal: abortSignal,
  onProgress: callback,
}

/** Collects the pages of a list, and reports the progress. */
export const collectList = async <A>(
  pages: AsyncIterable<E.Either<LoadError, Page<DecodedPage<A>>>>,
  { after, onProgress }: ListQuery,
  phase: Progress['phase'],
): Promise<E.Either<LoadError, Listed<A>>> => {
  const collected = emptyCollected<A>()
  for await (const page of pages) {
    if (E.isLeft(page)) return page
    collect(collected, page.right, 0)
    collected.cursor = page.right.cursor
    collected.totalCount = page.right.totalCount
    onProgress?.({ phase, loaded: page.right.accounted, total: page.right.totalCount })
  }
  const { items, failures, duplicates, skipped, totalCount, cursor } = collected
  return E.right({ items, totalCount, failures, duplicates, skipped, complete: isComplete(collected, after), cursor })
}

/** Loads a connection page by page, to its end or to the limit of the query. */
export const loadList = async <A>(
  client: Client,
  query: ListQuery,
  { phase, pageSize, decode, identity, passes, ...list }: ListRequest<A>,
): Promise<E.Either<LoadError, Listed<A>>> => {
  const most = query.pageSize ?? pageSize
  const request = pageRequester(client, { ...list, pageSizes: { first: most, most } })
  const reader: NodeReader<A> = { decode, identity, passes, seen: new Set() }
  let isCut = false
  const source: PageSource<RawPage, DecodedPage<A>> = {
    // How many records of a page pass is unknown before.
    request: (ask, signal) => request(passes === undefined ? ask : { ...ask, room: Number.POSITIVE_INFINITY }, signal),
    decode: (raw, at) => {
      const page = decodeNodes(raw.nodes, at, reader)
      isCut = page.read < raw.nodes.length
      return E.right(page)
    },
  }
  const listed = await collectList(paginate(client, source, query), query, phase)
  return passes === undefined
    ? listed
    : E.map((all: Listed<A>) => ({ ...all, totalCount: undefined, cursor: isCut ? undefined : all.cursor }))(listed)
}
