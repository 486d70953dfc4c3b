import * as E from 'fp-ts/lib/Either.js'
import { linkedController } from '../abort.ts'
import type { Client } from '../Client.ts'
import { aborted } from '../errors.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import { pageGuard } from './connection.ts'
import type { DecodedPage } from './decodeNodes.ts'
import type { RawPage, RequestPage } from './requestPage.ts'

/** A page of a list, and how far it gets. */
export type Page<P extends DecodedPage<unknown>> = P & {
  /** The index of the page in this load, from 0. */
  readonly index: number
  /** The number of records that this page and the earlier ones account for. */
  readonly accounted: number
  /** The number of records in the list when the load began; `undefined` if the server does not report it. */
  readonly totalCount: number | undefined
  /** The cursor after the last record that was read; `undefined` if the server returned none. */
  readonly cursor: string | undefined
  /** Whether the end of the list was reached. */
  readonly last: boolean
}

/** How to request the pages of a list, and how to decode them. */
export interface PageSource<R extends RawPage, P extends DecodedPage<unknown>> {
  readonly request: RequestPage<R>
  /** Decodes pages one after the other, each to at most `room` records. */
  readonly decode: (
    raw: R,
    at: { readonly page: number; readonly room: number },
    signal: AbortSignal,
  ) => E.Either<LoadError, P> | Promise<E.Either<LoadError, P>>
}

export interface PaginateOptions<P extends DecodedPage<unknown> = DecodedPage<unknown>> {
  /** The cursor to continue after. */
  readonly after?: string | undefined
  /** The maximum number of records; all by default. */
  readonly limit?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Called with every page before it is yielded. */
  readonly onPage?: ((page: Page<P>) => void) | undefined
  /** Returns whether the requested pages are enough; called before a page is prefetched. */
  readonly isEnough?: (() => boolean) | undefined
  /** Called with the time spent waiting for a page and the time spent decoding it, in milliseconds. */
  readonly onTimes?: ((waited: number, decoded: number) => void) | undefined
}

/**
 * Loads a list page by page, to its end or to the limit. The next page is requested before this one is decoded, unless this
 * one may reach the limit. Iteration ends after an error; leaving the loop aborts the request under way.
 */
export async function* paginate<R extends RawPage, P extends DecodedPage<unknown>>(
  client: Client,
  { request, decode }: PageSource<R, P>,
  { after, limit = Number.POSITIVE_INFINITY, isEnough = () => false, onPage, onTimes, ...options }: PaginateOptions<P>,
): AsyncGenerator<E.Either<LoadError, Page<P>>, void, undefined> {
  const { controller, release } = linkedController(options.signal)
  const { signal } = controller
  const guard = pageGuard(after)
  let from = after
  let totalCount: number | undefined
  let loaded = 0
  let accounted = 0
  let pending = request({ after, room: limit, isFirst: true }, signal)
  try {
    for (let index = 0; ; index += 1) {
      const asked = client.now()
      const raw = await pending
      if (E.isLeft(raw)) return yield raw
      if (signal.aborted) return yield E.left(aborted)
      const came = client.now()
      const { next, nodes, cursors } = raw.right
      totalCount ??= raw.right.totalCount
      const size = nodes.length
      const roomAhead = limit - loaded - size
      const isAhead = next !== undefined && !guard.isStuck(next.cursor) && roomAhead > 0 && !isEnough()
      if (isAhead) pending = request({ after: next.cursor, room: roomAhead, isFirst: false }, signal)

      const page = await decode(raw.right, { page: index, room: limit - loaded }, signal)
      if (E.isLeft(page)) return yield page
      onTimes?.(came - asked, client.now() - came)
      const { items, failures, skipped, unwanted, read } = page.right
      const fresh = items.length + failures.length + skipped + unwanted
      loaded += items.length
      accounted += fresh
      const isWhole = read === size
      // If a page has no cursor, continuing after the previous page misses nothing.
      const cursor = (isWhole ? raw.right.cursor : cursors[read - 1]) ?? from
      const last = next === undefined && isWhole
      const placed: Page<P> = { ...page.right, index, accounted, totalCount, cursor, last }
      onPage?.(placed)
      yield E.right(placed)

      if (next === undefined || loaded >= limit) return
      if (!guard.follow(next.cursor, fresh))
        return yield E.left(
          loadError({ _tag: 'CursorStuck', cursor: next.cursor && client.redact(next.cursor), page: index }),
        )
      if (!isAhead && isEnough()) return
      if (!isAhead) pending = request({ after: next.cursor, room: limit - loaded, isFirst: false }, signal)
      from = next.cursor
    }
  } finally {
    controller.abort()
    release()
  }
}
